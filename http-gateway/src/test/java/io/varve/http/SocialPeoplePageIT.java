package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Profiles and notifications in a real browser, and what holds of all pages of the social network. */
class SocialPeoplePageIT extends SocialPageTests {
    private static final String EVIL = "<script>hacked()</script> & <img src=x onerror=hacked()> Söhne";

    @Test
    void notifications_areShownInWords_andMarkedRead() {
        String id = post(ann, "My first");
        like(id, ben);
        var page = CHROMIUM.open(api, "/social/notifications?user=" + ann);
        var notifications = page.locator("#notifications li");
        assertThat(notifications.locator(".told")).hasText("New: " + ben + " liked your post");
        assertThat(notifications.locator(".quote")).hasText("My first");
        assertThat(page.locator("#unread")).hasText("1");
        String chiara = user("chiara");
        like(id, chiara);
        assertThat(notifications.locator(".told")).hasText("New: " + chiara + " and " + ben + " liked your post");
        assertThat(notifications).hasClass("unread");
        press(page, "Mark all read");
        assertThat(notifications).not().hasClass("unread");
        assertThat(page.locator("#unread")).isEmpty();
        soon(() -> assertThat(api.get("/v1/users/" + ann + "/notifications")
                        .expect(200)
                        .number("unread"))
                .isZero());
        page.reload();
        assertThat(notifications.locator(".told")).hasText(chiara + " and " + ben + " liked your post");
        notifications.locator("a").click();
        assertThat(card(page, id).locator(".text")).hasText("My first");
    }

    @Test
    void profile_isFollowedAndMuted() {
        String chiara = user("chiara");
        String id = post(chiara, "Hello #layers");
        var page = openPage("user", chiara);
        assertThat(card(page, id)).isVisible();
        press(page, "Follow");
        assertThat(page.locator("#followers")).hasText("1 follower");
        soon(() -> assertThat(texts(all("/v1/users/" + chiara + "/followers", 10), "userId"))
                .contains(ann));
        page.locator("#followers").click();
        assertThat(page.locator("#people li")).hasText(Pattern.compile(ann));
        soon(() -> assertThat(feed(ann)).contains(id));
        press(page, "Mute");
        assertThat(button(page.locator("main"), "Unmute")).isVisible();
        soon(() -> assertThat(feed(ann)).doesNotContain(id));
        soon(() -> assertThat(mutes(ann)).contains(chiara));
        page.reload();
        press(page, "Unmute");
        press(page, "Unfollow");
        assertThat(page.locator("#followers")).hasText("0 followers");
        page.getByText("#layers").first().click();
        assertThat(page.locator("h1")).hasText("#layers");
        assertThat(card(page, id)).isVisible();
    }

    @Test
    void somebodyNew_givesThemselvesAName_andChangesIt() {
        String id = Api.fresh("dora");
        var page = CHROMIUM.open(api, "/social");
        page.getByLabel("Your id").fill(id);
        press(page, "Continue");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dora Ström");
        press(page, "Continue");
        assertThat(page.locator("#side")).containsText("Dora Ström");
        assertThat(page.getByText("Nothing yet.")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Profile"))
                .click();
        press(page, "Edit profile");
        page.getByLabel("About you").fill("Counts layers");
        press(page, "Save");
        assertThat(page.locator("#bio")).hasText("Counts layers");
        assertThat(api.get("/v1/users/" + id).expect(200).text("bio")).isEqualTo("Counts layers");
    }

    @Test
    void markup_isShownAsTheTextThatItIs() {
        api.good("PUT", "/v1/users/" + ben, "{\"displayName\":%1$s,\"bio\":%1$s}".formatted(quoted(EVIL)))
                .expect(200);
        String id = post(ben, "Before");
        edit(id, EVIL + " @" + ann).expect(200);
        comment(ben, id, EVIL);
        put("/v1/posts/" + id + "/boosts/" + ben).expect(200);
        for (String path : List.of("?", "/post?id=" + id + "&", "/user?id=" + ben + "&", "/notifications?")) {
            var page = CHROMIUM.open(api, "/social" + path + "user=" + ann);
            assertThat(page.getByText(EVIL).first()).isVisible();
            assertThat(page.locator("img[src=x]")).hasCount(0);
            assertThat(page.locator("body script")).hasCount(0);
        }
    }

    @Test
    void phone_neverScrollsSideways() {
        String id = post(ben, EVIL + "donaudampfschiff".repeat(20));
        comment(ann, comment(ben, comment(ann, id, EVIL), "schiff".repeat(30)), EVIL);
        for (String path : List.of("?", "/post?id=" + id + "&", "/user?id=" + ben + "&", "/notifications?")) {
            var page = CHROMIUM.openOnPhone(api, "/social" + path + "user=" + ann, 360);
            assertThat(page.locator(".places")).isVisible();
            assertThat(page.locator(".post, #notifications li").first()).isVisible();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
        }
    }
}
