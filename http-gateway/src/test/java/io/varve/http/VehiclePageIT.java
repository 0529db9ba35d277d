package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of one vehicle in a real browser. */
class VehiclePageIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final double LAT = 40.7;
    private static final double LON = -74;
    private static final String NOON = "2026-02-16T17:00:00Z";

    private final Api api = TestNode.shared();
    private final String fleet = Api.fresh("fleet");

    private Bus busOfThatDay(int signals) {
        var bus = Bus.register(api, "Tram 3", fleet);
        for (int i = 0; i < signals; i++) {
            bus.send(Instant.parse(NOON).plusSeconds(20 * i), LAT, LON + i * 0.001, 10 + i);
        }
        return bus;
    }

    @AfterEach
    void noPageHasComplained() {
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @Test
    void track_isDrawnOfTheLastDay_withOnePointMarkedOnMapAndChart() {
        var bus = busOfThatDay(6);
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + bus.id());
        assertThat(page.locator("h1")).hasText("Tram 3");
        assertThat(page.locator("#track-state")).hasText("6 signals");
        assertThat(page.locator("input[name=day]")).hasValue("2026-02-16");
        assertThat(page.locator("#map path.track").first()).hasAttribute("d", Pattern.compile("M.*L.*"));
        assertThat(page.locator("#track-chart canvas")).isVisible();
        assertThat(page.locator("#track-point")).containsText("12:01:40");
        double end = page.locator("#map path.track-mark").boundingBox().x;
        page.locator("#track-time").press("Home");
        assertThat(page.locator("#track-point")).containsText("12:00:00");
        assertThat(page.locator("#track-time")).hasAttribute("aria-valuetext", "12:00:00, 10 km/h");
        assertThat(page.locator("#map path.track-mark").boundingBox().x).isLessThan(end - 50);
        page.locator("#track-chart .u-over").hover();
        assertThat(page.locator("#track-point")).containsText(Pattern.compile("12:0(0:40|1:00)"));
    }

    @Test
    void page_followsTheSignals_andAnotherDayHasNone() {
        var bus = Bus.register(api, "Tram 4", fleet).send(Instant.now(), LAT, LON, 10);
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + bus.id());
        assertThat(page.locator("#track-state")).hasText("1 signal");
        bus.send(Instant.now(), LAT, LON + 0.001, 25);
        assertThat(page.locator("#latest")).containsText("25 km/h");
        assertThat(page.locator("#track-state")).hasText("2 signals");
        page.locator("#day-before").click();
        assertThat(page.locator("#track-state")).hasText("It has sent nothing on this day. Choose another one.");
        assertThat(page).hasURL(Pattern.compile(".*day=\\d{4}-\\d\\d-\\d\\d"));
    }

    @Test
    void signalBetweenThePage_andTheBeginningOfItsStream_isShown() {
        var bus = Bus.register(api, "Tram 5", fleet).send(Instant.now(), LAT, LON, 10);
        var page = CHROMIUM.open(api, "/fleet");
        var stream = new CompletableFuture<Route>();
        // Not that of the page before.
        page.route(Pattern.compile(".*/stream\\?vehicle=.*"), stream::complete);
        page.navigate(api.url("/fleet/vehicle?id=" + bus.id()));
        assertThat(page.locator("#track-state")).hasText("1 signal");
        bus.send(Instant.now(), LAT, LON + 0.001, 25);
        SocialTests.soon(
                () -> assertThat(api.get("/v1/vehicles/" + bus.id()).expect(200).toString())
                        .contains("\"speedKmh\":25"));
        stream.join().resume();
        assertThat(page.locator("#latest")).containsText("25 km/h");
        assertThat(page.locator("#track-state")).hasText("2 signals");
    }

    @Test
    void track_isDownloadedInEachFormat() throws IOException {
        var bus = busOfThatDay(3);
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + bus.id());
        var geoJson = page.waitForDownload(() -> page.getByText("GeoJSON").click());
        assertThat(geoJson.suggestedFilename()).isEqualTo(bus.id() + "-2026-02-16.geojson");
        JsonNode features =
                Answer.JSON.readTree(Files.readString(geoJson.path())).get("features");
        assertThat(features.get(0).at("/geometry/coordinates")).hasSize(3);
        var gpx = page.waitForDownload(() -> page.getByText("GPX").click());
        assertThat(Files.readString(gpx.path())).contains("<trkpt").contains("</gpx>");
        var csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(Files.readAllLines(csv.path())).hasSize(4);
    }

    @Test
    void history_isReadPageByPage_andTellsTheLimitThatWasInForce() {
        String region = Regions.square(api, "Old port", LAT, LON);
        var bus = Bus.register(api, "Tram 5", fleet);
        for (int i = 0; i < 14; i++) {
            boolean isFast = i % 2 == 0;
            bus.send(Instant.parse(NOON).plusSeconds(20 * i), LAT, LON, isFast ? 66 : 10);
        }
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + bus.id());
        var history = page.locator("#history li");
        assertThat(history.first()).containsText("Registered as Tram 5");
        // Registered, entered, and seven times too fast and slow enough again; in pages of ten.
        assertThat(history).hasCount(10);
        page.getByText("Older", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(history).hasCount(16);
        assertThat(page.locator("#older")).isHidden();
        assertThat(history.last()).containsText("Entered Old port");
        assertThat(history.nth(14)).containsText("Too fast: 66 km/h, the limit in Old port was 50 km/h");
        api.good("DELETE", "/v1/regions/" + region, "").expect(200);
    }

    @Test
    void codes_areThoseOfTheVehicle() {
        var bus = Bus.register(api, "Tram 6", fleet).send(Instant.parse(NOON), LAT, LON, 20, ",\"codes\":[\"P0301\"]");
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + bus.id());
        assertThat(page.locator("#codes tbody tr")).containsText("P0301active1");
        assertThat(page.locator("#latest")).containsText("P0301");
    }
}
