package io.varve.http.pages;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.reject;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** The contract and the console, which is the pages for people, all from the class path. */
public final class PageRoutes {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    /** Nothing from elsewhere, and no script in a text can run. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";
    /** Swagger UI writes styles into its elements. */
    private static final String POLICY_OF_DOCS =
            CONTENT_SECURITY_POLICY.replace("style-src", "style-src 'unsafe-inline'");

    private static final Map<String, ContentType> TYPES = Map.of(
            "html", ContentTypes.TEXT_HTML_UTF8,
            "css", MediaTypes.TEXT_CSS.toContentType(HttpCharsets.UTF_8),
            "js", MediaTypes.APPLICATION_JAVASCRIPT.toContentType(HttpCharsets.UTF_8),
            "svg", MediaTypes.IMAGE_SVG_XML.toContentType(),
            "png", MediaTypes.IMAGE_PNG.toContentType(),
            "yaml", MediaTypes.applicationWithOpenCharset("yaml", "yaml").toContentType(HttpCharsets.UTF_8));

    /** The parts of the console; each has a folder, with a page in it. */
    private static final Set<String> AREAS = Set.of("money", "fleet", "social");

    private final Map<String, WebJar> libraries = List.of(
                    WebJar.of("org.webjars", "swagger-ui", ""),
                    WebJar.of("org.webjars.npm", "leaflet", "dist/"),
                    WebJar.of("org.webjars.npm", "uplot", "dist/"))
            .stream()
            .collect(Collectors.toMap(WebJar::name, Function.identity()));

    public Route route() {
        // The method is asked last: else these routes would take part in the verdict on everybody's methods.
        return concat(
                pathEndOrSingleSlash(() -> get(() -> file("web/index.html"))),
                path("money", () -> get(() -> file("web/money/index.html"))),
                path("fleet", () -> get(() -> file("web/fleet/index.html"))),
                path(segment("fleet").slash("vehicle"), () -> get(() -> file("web/fleet/vehicle.html"))),
                pathPrefix("social", PageRoutes::social),
                path("docs", () -> get(() -> file("web/docs.html", POLICY_OF_DOCS))),
                path("openapi.yaml", () -> get(() -> file("openapi.yaml"))),
                pathPrefix(
                        "web",
                        () -> concat(
                                path(segment(), name -> get(() -> named("web/", name))),
                                path(segment().slash(segment()), (area, name) -> get(() -> ofArea(area, name))))),
                path(
                        PathMatchers.segment("webjars").slash(segment()).slash(segment()),
                        (library, name) -> get(() -> ofLibrary(library, name))));
    }

    private static Route social() {
        return concat(
                pathEndOrSingleSlash(() -> get(() -> file("web/social/index.html"))),
                path("post", () -> get(() -> file("web/social/post.html"))),
                path("user", () -> get(() -> file("web/social/user.html"))),
                path("tag", () -> get(() -> file("web/social/tag.html"))),
                path("notifications", () -> get(() -> file("web/social/notifications.html"))),
                path("bookmarks", () -> get(() -> file("web/social/bookmarks.html"))));
    }

    private static Route ofArea(String area, String name) {
        return AREAS.contains(area) ? named("web/" + area + "/", name) : reject();
    }

    private Route ofLibrary(String library, String name) {
        var jar = libraries.get(library);
        return jar == null ? reject() : named(jar.folder(), name);
    }

    private static Route named(String folder, String name) {
        return FILE.matcher(name).matches() ? file(folder + name) : reject();
    }

    private static Route file(String resource) {
        return file(resource, CONTENT_SECURITY_POLICY);
    }

    private static Route file(String resource, String policy) {
        var type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null || type == null) {
                return reject();
            }
            return complete(HttpResponse.create()
                    .addHeader(RawHeader.create("Content-Security-Policy", policy))
                    .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
                    .withEntity(HttpEntities.create(type, in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
