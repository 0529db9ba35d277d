package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.user.UserCommand.MuteKind;
import io.varve.read.Fixture;
import io.varve.read.UserStory;
import io.varve.read.ViewsContract;
import io.varve.read.user.Mutes;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowedMutesTest extends ViewsContract {
    private final Fixture fixture = Fixture.inMemory();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Test
    void mutes_areThoseOfTheViews_andWhatTheFeedBringsMeanwhile() {
        var settings = new FeedsSettings(
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                10,
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(1),
                Duration.ofMillis(1));
        var user = UserStory.registered("ann").muted(MuteKind.USER, "ben", true).muted(MuteKind.THREAD, "p", true);
        writeUsers(user.events());
        var mutes = new FollowedMutes(views().users(), settings);
        assertThat(await(mutes.of("ann"))).isEqualTo(new Mutes(Set.of("ben"), Set.of("p")));

        user.muted(MuteKind.USER, "cem", true)
                .muted(MuteKind.THREAD, "p", false)
                .events()
                .forEach(mutes::take);

        assertThat(await(mutes.of("ann"))).isEqualTo(new Mutes(Set.of("ben", "cem"), Set.of()));
        assertThat(await(mutes.of("ben"))).isEqualTo(new Mutes(Set.of(), Set.of()));
    }
}
