package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of the social network's pages have in common: a browser, and ann, who follows ben. */
abstract class SocialPageTests extends SocialTests {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** The browser tells of each such answer, and of each that does not come; what pages make of it is looked at. */
    private static final Pattern NOT_HAD =
            Pattern.compile("Failed to load resource.*(status of (404|410)|ERR_INTERNET_DISCONNECTED|ERR_FAILED).*");

    String ann;
    String ben;

    @BeforeEach
    void annFollowsBen() {
        ann = user("ann");
        ben = user("ben");
        follow(ann, ben);
    }

    // Pages are opened when the views have what they are about: they read it once, and take what is not there for
    // unknown.

    @Override
    String user(String prefix) {
        String id = super.user(prefix);
        shownUser(id, 1);
        return id;
    }

    @Override
    String post(String author, String text, String more) {
        String id = super.post(author, text, more);
        shownTo(author, id);
        return id;
    }

    @Override
    String comment(String author, String parent, String text) {
        String id = super.comment(author, parent, text);
        shownTo(author, id);
        return id;
    }

    private void shownTo(String viewer, String postId) {
        soon(() -> api.get("/v1/posts/" + postId + "?viewer=" + viewer).expect(200));
    }

    /** Whom and what a user mutes. */
    String mutes(String user) {
        return api.get("/v1/users/" + user + "/mutes").expect(200).toString();
    }

    @AfterEach
    void noPageHasComplained() {
        assertThat(CHROMIUM.errors()).allMatch(NOT_HAD.asMatchPredicate());
    }

    Page openFeed(String user) {
        return CHROMIUM.open(api, "/social?user=" + user);
    }

    /** Of a post or a user, as ann sees it. */
    Page openPage(String name, String id) {
        return CHROMIUM.open(api, "/social/" + name + "?id=" + id + "&user=" + ann);
    }

    static Locator card(Page page, String postId) {
        return page.locator("[data-post='" + postId + "']");
    }

    /** Called so, or so with a number behind it. */
    static Locator button(Locator within, String name) {
        var called = Pattern.compile("^" + name.replace("?", "\\?") + "( [0-9,]+)?$");
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(called));
    }

    static void press(Page page, String name) {
        button(page.locator("main"), name).click();
    }
}
