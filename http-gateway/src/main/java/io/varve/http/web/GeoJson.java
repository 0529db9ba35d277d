package io.varve.http.web;

import java.util.List;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaType;
import org.apache.pekko.http.javadsl.model.MediaTypes;

/** GeoJSON (RFC 7946) over HTTP. */
public final class GeoJson {
    public static final MediaType.WithFixedCharset MEDIA =
            MediaTypes.applicationWithFixedCharset("geo+json", HttpCharsets.UTF_8, "geojson");

    /** It is JSON, and may be called so. */
    public static final List<MediaType> ALSO_AS_JSON = List.of(MEDIA, MediaTypes.APPLICATION_JSON);

    private GeoJson() {}

    /** @param media one of {@link #ALSO_AS_JSON} */
    public static HttpResponse answer(MediaType media, Object body) {
        return HttpResponse.create()
                .withEntity(((MediaType.WithFixedCharset) media).toContentType(), Bodies.write(body));
    }
}
