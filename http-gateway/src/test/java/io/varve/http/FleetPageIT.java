package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dashboard of the fleet in a real browser. */
class FleetPageIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final double LAT = 38.9;
    private static final double LON = -77.03;
    /** The middle of all points of the map in the colour of a moving vehicle, from the left; -1 when there is none. */
    private static final String MOVING_X = """
            () => {
              const canvas = document.querySelector('.leaflet-vehicles-pane canvas');
              const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              let [sum, count] = [0, 0];
              for (let i = 0; i < data.length; i += 4) {
                const [red, green, blue] = data.slice(i, i + 3);
                if (red < 20 && Math.abs(green - 103) < 15 && Math.abs(blue - 168) < 15) {
                  sum += (i / 4) % width;
                  count++;
                }
              }
              return count === 0 ? -1 : sum / count;
            }
            """;

    private final Api api = TestNode.shared();
    private final String fleet = Api.fresh("fleet");

    @AfterEach
    void noPageHasComplained() {
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    private static Locator vehicles(Page page) {
        return page.locator("#roster li");
    }

    private static double movingX(Page page) {
        return ((Number) page.evaluate(MOVING_X)).doubleValue();
    }

    @Test
    void bus_movesOnTheMap_whileItsSignalsArrive() {
        var bus = Bus.register(api, "Bus 7", fleet).send(Instant.now(), LAT, LON, 30);
        var page = CHROMIUM.open(api, "/fleet?fleet=" + fleet);
        assertThat(vehicles(page)).containsText("30 km/h");
        assertThat(page.locator("#connection")).hasText("live");
        var before = new double[] {-1};
        Awaitility.await()
                .untilAsserted(() -> assertThat(before[0] = movingX(page)).isPositive());
        bus.send(Instant.now(), LAT, LON + 0.002, 41);
        assertThat(vehicles(page)).containsText("41 km/h");
        Awaitility.await().untilAsserted(() -> assertThat(movingX(page)).isGreaterThan(before[0] + 40));
        bus.send(Instant.now(), LAT, LON + 0.001, 20);
        Awaitility.await().untilAsserted(() -> assertThat(movingX(page)).isBetween(before[0] + 10, before[0] + 150));
    }

    @Test
    void bus_isFollowedByItsPopup_andIsSilentWhenItSendsNoMore() {
        var bus = Bus.register(api, "Bus 8", fleet).send(Instant.now().minusSeconds(85), LAT, LON, 30);
        var page = CHROMIUM.open(api, "/fleet?fleet=" + fleet);
        vehicles(page).getByText("Bus 8").click();
        var popup = page.locator(".vehicle-popup");
        assertThat(popup).containsText("30 km/h");
        double x = popup.boundingBox().x;
        assertThat(page.locator("#count-silent")).hasText("1");
        bus.send(Instant.now(), LAT, LON + 0.001, 12);
        assertThat(popup).containsText("12 km/h");
        assertThat(page.locator("#count-moving")).hasText("1");
        Awaitility.await().untilAsserted(() -> assertThat(popup.boundingBox().x).isGreaterThan(x + 20));
    }

    @Test
    void filters_narrowMapAndList_andStandInTheAddress() {
        String route = Api.fresh("route");
        Bus.register(api, "On the route", fleet).send(Instant.now(), LAT, LON, 30, ",\"route\":\"" + route + "\"");
        Bus.register(api, "On none", fleet).send(Instant.now(), LAT, LON, 20);
        Bus.register(api, "Long silent", fleet).send(Instant.now().minus(Duration.ofHours(5)), LAT, LON, 20);
        var page = CHROMIUM.open(api, "/fleet");
        page.locator("select[name=fleet]").selectOption(fleet);
        assertThat(vehicles(page)).hasCount(3);
        page.getByText("Last hour").click();
        assertThat(vehicles(page)).hasCount(2);
        page.locator("select[name=route]").selectOption(route);
        assertThat(vehicles(page)).hasCount(1);
        assertThat(vehicles(page)).containsText("On the route");
        assertThat(page).hasURL(Pattern.compile(".*fleet=" + fleet + "&route=" + route + "&period=hour"));

        var shared = CHROMIUM.open(api, page.url().substring(api.url("").length()));
        assertThat(vehicles(shared)).hasCount(1);
        page.goBack();
        assertThat(vehicles(page)).hasCount(2);
    }

    @Test
    void dayOfThePast_isPlayedAgain() {
        var day = LocalDate.of(2026, 2, 16);
        var noon = day.atTime(12, 0).atZone(ZoneId.of(Chromium.ZONE)).toInstant();
        var bus = Bus.register(api, "Bus 9", fleet);
        for (int minute = 0; minute <= 10; minute++) {
            bus.send(noon.plusSeconds(60 * minute), LAT, LON + minute * 0.001, 30);
        }
        var page = CHROMIUM.open(api, "/fleet?fleet=" + fleet);
        // The map has nobody to show today, and says what to do about it.
        page.getByText("Day", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("input[name=on]").fill(day.toString());
        assertThat(page.locator("#replay-clock")).hasText("16 Feb 2026, 12:05:00");
        assertThat(vehicles(page)).containsText("30 km/h");
        double before = movingX(page);
        page.getByText("Play", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#replay-clock")).hasText("16 Feb 2026, 12:10:00");
        assertThat(page.locator("#replay-play")).hasText("Play");
        assertThat(movingX(page)).isGreaterThan(before + 40);
    }

    @Test
    void speeds_areChartedAndCounted_byModelAndReplayAlike() {
        // Where no other test sends a bus to.
        double south = -33.9;
        String region = Regions.square(api, "Old town", south, LON);
        var bus = Bus.register(api, "Bus 10", fleet);
        bus.send(Instant.now().minus(Duration.ofHours(3)), south, LON, 20);
        bus.send(Instant.now(), south, LON, 60);
        var page = CHROMIUM.open(api, "/fleet?plan=both&region=" + region);
        var row = page.locator("#speed-rows tr");
        assertThat(row).hasText(Pattern.compile("Old town2" + "40\\.0" + "20\\.\\d" + "20\\.\\d" + "0 ✓"));
        assertThat(page.locator("#speed-state")).containsText("agree in every number");
        assertThat(page.locator("#speed-chart canvas")).isVisible();
        // Faster than the 50 km/h of the region.
        assertThat(page.locator("#count-overspeed")).hasText("1");
    }

    @Test
    void codes_areListed_andSortedByWhatIsPressed() {
        String route = Api.fresh("route");
        var bus = Bus.register(api, "Bus 11", fleet);
        bus.send(Instant.now().minusSeconds(20), LAT, LON, 20, ",\"codes\":[\"P0301\"],\"route\":\"" + route + "\"");
        bus.send(Instant.now().minusSeconds(10), LAT, LON, 20, ",\"codes\":[],\"route\":\"" + route + "\"");
        bus.send(Instant.now(), LAT, LON, 20, ",\"codes\":[\"P0301\",\"B1318\"],\"route\":\"" + route + "\"");
        var page = CHROMIUM.open(api, "/fleet?route=" + route);
        var codes = page.locator("#codes tbody td:first-child");
        assertThat(codes).hasText(new String[] {"P0301", "B1318"});
        page.locator("#codes th").getByText("Code").click();
        assertThat(codes).hasText(new String[] {"B1318", "P0301"});
        assertThat(page.locator("#codes th").first()).hasAttribute("aria-sort", "ascending");
    }

    @Test
    void region_isDrawnByItsCorners_andDeletedWhenThatIsConfirmed() {
        Bus.register(api, "Bus 12", fleet).send(Instant.now(), LAT, LON, 30);
        String name = Api.fresh("Harbour");
        var page = CHROMIUM.open(api, "/fleet?fleet=" + fleet);
        assertThat(vehicles(page)).hasCount(1);
        page.getByText("Draw a region", new Page.GetByTextOptions().setExact(true))
                .click();
        for (var corner : new int[][] {{200, 100}, {500, 120}, {450, 300}}) {
            page.locator("#map").click(new Locator.ClickOptions().setPosition(corner[0], corner[1]));
        }
        page.locator("#draw input[name=name]").fill(name);
        page.locator("#draw input[name=limit]").fill("45");
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        var item = page.locator("#region-list li").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(item).containsText("limit 45 km/h");
        String id = name.toLowerCase();
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                api.get("/v1/regions/" + id).expect(200).json().at("/geometry/coordinates/0"))
                        .hasSize(4));

        item.getByText("Delete").click();
        page.getByText("Keep").click();
        assertThat(item).isVisible();
        item.getByText("Delete").click();
        page.locator("#delete-region button[value=delete]").click();
        assertThat(item).hasCount(0);
        Awaitility.await().untilAsserted(() -> api.get("/v1/regions/" + id).expect(404));
    }
}
