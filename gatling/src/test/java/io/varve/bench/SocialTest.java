package io.varve.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SocialTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readers_followDifferentAuthors_andPostsAreTheSameForBothSides() {
        SocialCrowd crowd = new SocialCrowd("x", 1_000, 1_000, 200, 5_000);
        for (int reader : new int[] {0, 1, 999}) {
            assertThat(IntStream.range(0, 200)
                            .map(number -> crowd.followedBy(reader, number))
                            .distinct())
                    .hasSize(200);
        }
        assertThat(crowd.authorsOfPosts()).hasSize(5_000).isEqualTo(crowd.authorsOfPosts());
        assertThat(crowd.postId(9)).isLessThan(crowd.postId(10));
    }

    @Test
    void texts_areThoseOfTheItems_inTheirOrder() throws Exception {
        String varve = "{'items':[{'text':'b','author':'x'},{'text':'a','author':'x'}],'nextCursor':'text'}";
        String peer = "[{'id':2,'author':'x','body':'b'},{'id':1,'author':'x','body':'a'}]";
        assertThat(new VarveSocialRequests("h").texts(JSON.readTree(varve.replace('\'', '"'))))
                .containsExactly("b", "a");
        assertThat(new PeerSocialRequests("h").texts(JSON.readTree(peer.replace('\'', '"'))))
                .containsExactly("b", "a");
    }

    @Test
    void tables_haveRowsOfWhatWasMeasured() {
        SocialFigures figures = new SocialFigures(new VarveSocial.Reach(10, 4_000, 100_000, 1_045, 1_000), 1_045);
        assertThat(figures.tables()).isEqualTo(Judged.HEAD + "\n\n" + Series.HEAD);
        figures.feeds.add(new Measured(8_000, 0, 1));
        figures.manyPages.add(micros(7_000));
        figures.lonelyPosts.add(micros(4_000));
        figures.famousPosts.add(micros(5_000));
        figures.addFanOut(2_500);
        assertThat(figures.tables())
                .contains("| feed pages, Varve | 8,000 |")
                .contains("| a feed page of who follows 4,000, p99 (p50 7.0 ms) | 7 ms |")
                .contains("whom 100,000 follow (p50 5.0 ms) / of one whom nobody follows (4.0 ms) | 1.25 |")
                .contains("| acknowledged post seen in all feeds of 1,045 followers | 2,500 ms | 2,500 to 2,500 |")
                .doesNotContain("peer", "likes");
        figures.peerFeeds.add(new Measured(1_600, 0, 1));
        assertThat(figures.tables())
                .contains("| feed pages / the peer's | 5.00 | 5.00 to 5.00 | at least 2.00 | 5.00 |");
    }

    private static Histogram micros(long value) {
        Histogram micros = new Histogram(1_000_000, 3);
        micros.recordValue(value);
        return micros;
    }
}
