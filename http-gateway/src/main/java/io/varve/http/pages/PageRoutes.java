package io.varve.http.pages;

import static org.apache.pekko.http.javadsl.server.Directives.complete;
import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.reject;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.javadsl.server.PathMatchers;
import org.apache.pekko.http.javadsl.server.Route;

/** The contract and the pages for people, all from the class path. */
public final class PageRoutes {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";
    /** Nothing from elsewhere, and no script in a text can run. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private static final Map<String, ContentType> TYPES = Map.of(
            "html", ContentTypes.TEXT_HTML_UTF8,
            "css", MediaTypes.TEXT_CSS.toContentType(HttpCharsets.UTF_8),
            "js", MediaTypes.APPLICATION_JAVASCRIPT.toContentType(HttpCharsets.UTF_8),
            "svg", MediaTypes.IMAGE_SVG_XML.toContentType(),
            "png", MediaTypes.IMAGE_PNG.toContentType(),
            "yaml", MediaTypes.applicationWithOpenCharset("yaml", "yaml").toContentType(HttpCharsets.UTF_8));

    private final String swaggerUi = SWAGGER_UI + webJarVersion() + "/";

    public Route route() {
        // The method is asked last: else these routes would take part in the verdict on everybody's methods.
        return concat(
                pathEndOrSingleSlash(() -> get(() -> file("web/index.html"))),
                path("docs", () -> get(() -> file("web/docs.html"))),
                path("openapi.yaml", () -> get(() -> file("openapi.yaml"))),
                path(segment("web").slash(segment()), name -> get(() -> named("web/", name))),
                path(
                        PathMatchers.segment("webjars").slash("swagger-ui").slash(segment()),
                        name -> get(() -> named(swaggerUi, name))));
    }

    private static Route named(String folder, String name) {
        return FILE.matcher(name).matches() ? file(folder + name) : reject();
    }

    private static Route file(String resource) {
        var type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
        try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null || type == null) {
                return reject();
            }
            return complete(HttpResponse.create()
                    .addHeader(RawHeader.create("Content-Security-Policy", CONTENT_SECURITY_POLICY))
                    .addHeader(RawHeader.create("X-Content-Type-Options", "nosniff"))
                    .withEntity(HttpEntities.create(type, in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static String webJarVersion() {
        var properties = new java.util.Properties();
        String name = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the WebJar swagger-ui is not on the class path");
            }
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
