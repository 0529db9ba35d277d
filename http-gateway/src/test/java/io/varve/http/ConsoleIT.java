package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all pages of the console, in a real browser. */
class ConsoleIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String EVIL = "<img src=x onerror=hacked()> <script>hacked()</script> & Söhne";

    private final Api api = TestNode.shared();
    private final String fleet = Api.fresh("fleet");

    private Bus evilBus() {
        return Bus.register(api, EVIL, fleet).send(Instant.now(), 48.1, 11.5, 30);
    }

    @Test
    void navigation_leadsToEachPart() {
        var page = CHROMIUM.open(api, "/");
        var navigation = page.getByRole(AriaRole.NAVIGATION);
        for (String part : List.of("Money", "Fleet", "Social", "API docs")) {
            navigation.getByText(part).click();
            assertThat(page).hasTitle(java.util.regex.Pattern.compile(".*Varve.*"));
            assertThat(navigation.locator("[aria-current=page]")).hasText(part);
        }
        assertThat(page.locator(".swagger-ui .opblock").first()).isVisible();
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @Test
    void markupInALabel_isShownAsTheTextThatItIs() {
        var bus = evilBus();
        Regions.square(api, EVIL, 48.1, 11.5);
        var page = CHROMIUM.open(api, "/fleet?fleet=" + fleet);
        page.locator("#roster button").click();
        assertThat(page.locator("#roster .label")).hasText(EVIL);
        assertThat(page.locator(".vehicle-popup strong")).hasText(EVIL);
        assertThat(page.locator(".region-label button").getByText(EVIL).first()).isVisible();
        assertNothingOfItIsMarkup(page);
        page.navigate(api.url("/fleet/vehicle?id=" + bus.id()));
        assertThat(page.locator("h1")).hasText(EVIL);
        assertThat(page.locator("#history")).containsText(EVIL);
        assertNothingOfItIsMarkup(page);
    }

    /** Neither the element nor a complaint about what it wanted to do. */
    private static void assertNothingOfItIsMarkup(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.locator("body script")).hasCount(0);
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390})
    void phone_neverScrollsSideways(int width) {
        var bus = evilBus();
        for (String path : List.of(
                "/",
                "/money",
                "/social",
                "/fleet",
                "/fleet?lines=route&p95=1&fleet=" + fleet,
                "/fleet/vehicle?id=" + bus.id())) {
            var page = CHROMIUM.openOnPhone(api, path, width);
            page.waitForLoadState();
            if (path.startsWith("/fleet")) {
                assertThat(page.getByText(EVIL).first()).isVisible();
            }
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(width);
        }
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @Test
    void filters_areFoldedOnAPhone_andOpenOnADesk() {
        var phone = CHROMIUM.openOnPhone(api, "/fleet?fleet=" + fleet, 390);
        assertThat(phone.locator("#filters")).isHidden();
        phone.getByText(fleet).first().click();
        assertThat(phone.locator("#filters")).isVisible();
        assertThat(CHROMIUM.open(api, "/fleet").locator("#filters")).isVisible();
    }

    @Test
    void times_areThoseOfWhoeverLooks_andTheZoneIsNamed() {
        Bus.register(api, "Bus 1", fleet).send(Instant.parse("2026-07-01T10:20:30Z"), 48.1, 11.5, 30);
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=" + evilBus().id());
        assertThat(page.locator(".times")).containsText("America/New_York");
    }

    @Test
    void emptyMap_saysWhatToDo() {
        var page = CHROMIUM.open(api, "/fleet?fleet=" + Api.fresh("nobody"));
        assertThat(page.locator("#map-message")).containsText("None of these vehicles");
        assertThat(CHROMIUM.errors()).isEmpty();
    }

    @Test
    void refusal_isShownInItsOwnWords() {
        var page = CHROMIUM.open(api, "/fleet/vehicle?id=nobody-at-all");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no such vehicle");
    }
}
