package io.varve.http.track;

import io.varve.http.web.GeoJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.ResponseEntity;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** The formats of a track; the first is what one gets without asking. */
enum TrackFormat {
    JSON(ContentTypes.APPLICATION_JSON, JsonTrack::new),
    GEOJSON(GeoJson.MEDIA.toContentType(), GeoJsonTrack::new),
    GPX(
            MediaTypes.applicationWithFixedCharset("gpx+xml", HttpCharsets.UTF_8, "gpx")
                    .toContentType(),
            GpxTrack::new),
    CSV(MediaTypes.TEXT_CSV.toContentType(HttpCharsets.UTF_8), CsvTrack::new);

    static final List<MediaType> MEDIA =
            Arrays.stream(values()).map(format -> format.type.mediaType()).toList();
    /** Signals that are written together. */
    private static final int LOT = 500;

    private final ContentType type;
    private final BiFunction<Track, OutputStream, TrackWriter> writer;

    TrackFormat(ContentType type, BiFunction<Track, OutputStream, TrackWriter> writer) {
        this.type = type;
        this.writer = writer;
    }

    /** @param media one of {@link #MEDIA} */
    static TrackFormat of(MediaType media) {
        return values()[MEDIA.indexOf(media)];
    }

    /** The track in this format, written as it is taken. */
    ResponseEntity of(Track track) {
        return HttpEntities.create(type, bytes(track));
    }

    Source<ByteString, NotUsed> bytes(Track track) {
        return Source.from(track.signals())
                .grouped(LOT)
                .statefulMap(
                        () -> new Written(track, writer),
                        (written, lot) -> Pair.create(written, written.take(writer -> {
                            for (var signal : lot) {
                                writer.write(signal);
                            }
                        })),
                        written -> Optional.of(written.take(TrackWriter::end)));
    }

    private interface Step {
        void on(TrackWriter writer) throws IOException;
    }

    /** What was written and not yet taken. */
    private static final class Written {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TrackWriter writer;

        Written(Track track, BiFunction<Track, OutputStream, TrackWriter> format) {
            writer = format.apply(track, bytes);
            carryOut(TrackWriter::begin);
        }

        ByteString take(Step step) {
            carryOut(step);
            carryOut(TrackWriter::flush);
            var taken = ByteString.fromArrayUnsafe(bytes.toByteArray());
            bytes.reset();
            return taken;
        }

        private void carryOut(Step step) {
            try {
                step.on(writer);
            } catch (IOException e) {
                throw new UncheckedIOException("bytes in memory", e);
            }
        }
    }
}
