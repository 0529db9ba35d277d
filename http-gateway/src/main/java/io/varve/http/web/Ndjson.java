package io.varve.http.web;

import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/** Streams of JSON objects, one a line. */
public final class Ndjson {
    public static final MediaType.WithFixedCharset MEDIA =
            MediaTypes.applicationWithFixedCharset("x-ndjson", HttpCharsets.UTF_8, "ndjson");

    public static final ByteString NEW_LINE = ByteString.fromString("\n");
    private static final ContentType TYPE = MEDIA.toContentType();
    private static final long CHUNK_BYTES = 16_384;

    private Ndjson() {}

    /** An answer whose lines are made as they are taken. */
    public static HttpResponse answer(Source<?, ?> lines) {
        var bytes = lines.map(
                        line -> ByteString.fromArrayUnsafe(Bodies.write(line)).concat(NEW_LINE))
                // What is there when the client takes more is one chunk: each is rendered and sent by itself.
                .batchWeighted(CHUNK_BYTES, line -> (long) line.size(), line -> line, ByteString::concat)
                .mapMaterializedValue(any -> (Object) NotUsed.getInstance());
        return HttpResponse.create().withEntity(HttpEntities.create(TYPE, bytes));
    }
}
