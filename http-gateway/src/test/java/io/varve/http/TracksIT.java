package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Element;

/** A track comes in the format that the client likes best, and says so when it is cut. */
@Timeout(120)
class TracksIT {
    private static final String GPX = "http://www.topografix.com/GPX/1/1";
    private static final String GARMIN = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2";
    private static final Instant START = Instant.parse("2026-02-16T12:00:00Z");
    private static final int SIGNALS = 1_200;
    private static final Api API = TestNode.shared();
    private static String path;

    @BeforeAll
    static void sendTrack() {
        String id = Api.fresh("tram");
        API.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"<Tram> & \\\"7\\\"\",\"fleet\":\"city\",\"kind\":\"tram\"}")
                .expect(201);
        report(id, 600, SIGNALS);
        long revision = report(id, 0, 600);
        API.get("/v1/vehicles/" + id, "Varve-Min-Revision", "" + revision, "Prefer", "wait=15")
                .expect(200);
        path = "/v1/vehicles/" + id + "/track";
    }

    private static long report(String id, int from, int to) {
        String signals = IntStream.range(from, to)
                .mapToObj(i -> ("{\"at\":\"%s\",\"lat\":38.%04d,\"lon\":-77,\"speedKmh\":36,\"bearing\":90,"
                                + "\"codes\":[\"P0301\",\"U1\"],\"attributes\":{\"note\":\"a,\\\"b\\\"\"}}")
                        .formatted(START.plusSeconds(i), i))
                .collect(Collectors.joining(","));
        return API.post("/v1/vehicles/" + id + "/signals", "[" + signals + "]")
                .expect(202)
                .number("revision");
    }

    private static Answer track(String query, String accept) {
        return API.get(path + query, "Accept", accept).expect(200);
    }

    private static String type(String accept) {
        return track("", accept).header("Content-Type").orElse("");
    }

    @Test
    void json_hasTheSignalsByTime() {
        var items = Api.list(track("", "application/json").json().path("items"));
        assertThat(items).hasSize(SIGNALS);
        assertThat(items)
                .extracting(item -> item.path("at").asText())
                .isEqualTo(IntStream.range(0, SIGNALS)
                        .mapToObj(i -> START.plusSeconds(i).toString())
                        .toList());
        assertThat(items.get(7).path("lat").asDouble()).isEqualTo(38.0007);
        assertThat(items.get(7).path("fleet").asText()).isEqualTo("city");
        assertThat(items.get(7).path("regions").isArray()).isTrue();
    }

    @Test
    void geoJson_hasTheWay_andAPointForEachSignal() {
        var features = Api.list(track("", "application/geo+json").json().path("features"));
        assertThat(features).hasSize(1 + SIGNALS);
        var way = features.get(0);
        assertThat(way.at("/geometry/type").asText()).isEqualTo("LineString");
        assertThat(way.at("/geometry/coordinates").size()).isEqualTo(SIGNALS);
        assertThat(way.at("/geometry/coordinates/7").toString()).isEqualTo("[-77.0,38.0007]");
        assertThat(way.at("/properties/signals").asInt()).isEqualTo(SIGNALS);
        assertThat(features.get(8).at("/geometry/coordinates").toString()).isEqualTo("[-77.0,38.0007]");
        assertThat(features.get(8).at("/properties/codes").toString()).isEqualTo("[\"P0301\",\"U1\"]");
        assertThat(features.get(8).at("/properties/lat").isMissingNode()).isTrue();
    }

    @Test
    void geoJsonOfOneSignal_hasNoLine_whichWouldBeNone() {
        var features =
                track("?to=2026-02-16T12:00:01Z", "application/geo+json").json().path("features");
        assertThat(features.size()).isEqualTo(1);
        assertThat(features.at("/0/geometry/type").asText()).isEqualTo("Point");
    }

    @Test
    void gpx_isATrackOfPoints_withSpeedInMetersPerSecond() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(track("", "application/gpx+xml").body()));
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.1");
        assertThat(document.getElementsByTagNameNS(GPX, "name").item(0).getTextContent())
                .isEqualTo("<Tram> & \"7\"");
        var points = document.getElementsByTagNameNS(GPX, "trkpt");
        assertThat(points.getLength()).isEqualTo(SIGNALS);
        var point = (Element) points.item(7);
        assertThat(point.getAttribute("lat")).isEqualTo("38.0007");
        assertThat(point.getElementsByTagNameNS(GPX, "time").item(0).getTextContent())
                .isEqualTo("2026-02-16T12:00:07Z");
        assertThat(point.getElementsByTagNameNS(GARMIN, "speed").item(0).getTextContent())
                .isEqualTo("10.0");
        assertThat(point.getElementsByTagNameNS(GARMIN, "course").item(0).getTextContent())
                .isEqualTo("90.0");
    }

    @Test
    void csv_hasALineOfNames_andALineForEachSignal() {
        var lines = new String(track("", "text/csv").body(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(1 + SIGNALS);
        assertThat(lines[0]).startsWith("at,lat,lon,speedKmh,");
        assertThat(lines[8]).startsWith("2026-02-16T12:00:07Z,38.0007,-77.0,36.0,90.0,,,,P0301 U1,,city,");
        assertThat(lines[8]).endsWith(",\"{\"\"note\"\":\"\"a,\\\"\"b\\\"\"\"\"}\"");
    }

    @Test
    void accept_choosesTheFormat_byQuality() {
        assertThat(type("*/*")).startsWith("application/json");
        assertThat(type("text/*")).startsWith("text/csv");
        assertThat(type("application/json;q=0.2, application/gpx+xml;q=0.8")).startsWith("application/gpx+xml");
        assertThat(type("application/*;q=0.3, text/csv;q=0.9, */*;q=0.1")).startsWith("text/csv");
        API.any("GET", path, new byte[0], "Accept", "image/png").expectProblem(406, "not-acceptable");
        API.any("GET", path, new byte[0], "Accept", "application/json;q=0").expectProblem(406, "not-acceptable");
    }

    @Test
    void period_hasItsFirstMoment_andNotItsLast() {
        var items = Api.list(track("?from=2026-02-16T12:00:10Z&to=2026-02-16T12:00:13Z", "application/json")
                .json()
                .path("items"));
        assertThat(items)
                .extracting(item -> item.path("at").asText())
                .containsExactly("2026-02-16T12:00:10Z", "2026-02-16T12:00:11Z", "2026-02-16T12:00:12Z");
        var none = track("?to=2020-01-01T00:00:00Z", "text/csv");
        assertThat(new String(none.body(), StandardCharsets.UTF_8))
                .startsWith("at,lat")
                .hasLineCount(1);
    }

    @Test
    void trackBeyondTheLimit_isCut_andSaysSo() {
        for (String accept : new String[] {"application/json", "application/geo+json"}) {
            var cut = track("?limit=3", accept);
            assertThat(cut.header("Varve-Truncated")).contains("true");
            assertThat(cut.json().path("truncated").asBoolean()).isTrue();
        }
        assertThat(track("?limit=3", "text/csv").header("Varve-Truncated")).contains("true");
        var whole = track("?limit=" + SIGNALS, "application/json");
        assertThat(whole.header("Varve-Truncated")).isEmpty();
        assertThat(whole.json().has("truncated")).isFalse();
    }

    @Test
    void vehicleWithoutSignals_hasAnEmptyTrack() {
        String id = Api.fresh("new");
        long revision = API.good("PUT", "/v1/vehicles/" + id, "{\"label\":\"New\",\"fleet\":\"city\"}")
                .expect(201)
                .number("revision");
        var empty = API.get("/v1/vehicles/" + id + "/track", "Varve-Min-Revision", "" + revision, "Prefer", "wait=15");
        assertThat(empty.expect(200).json().path("items").size()).isZero();
        API.get("/v1/vehicles/" + Api.fresh("nobody") + "/track").expectProblem(404, "vehicle-not-found");
    }
}
