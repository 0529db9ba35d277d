package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do about posts without writing, and that pages show what others do, in a real browser. */
class SocialActionsPageIT extends SocialPageTests {
    private List<String> bookmarks() {
        return texts(all("/v1/users/" + ann + "/bookmarks", 10), "postId");
    }

    @Test
    void bookmark_isKnownWhenThePageIsOpenedAgain_andListed_untilItIsTakenBack() {
        String first = post(ben, "Worth keeping");
        String second = post(ben, "Worth keeping, too");
        post(ben, "Not worth it");
        var page = openFeed(ann);
        // Kept in the other order than written: the list is of what was kept, the latest first.
        for (String id : List.of(second, first)) {
            button(card(page, id), "Bookmark").click();
            assertThat(button(card(page, id), "Bookmark")).hasAttribute("aria-pressed", "true");
            soon(() -> assertThat(bookmarks()).contains(id));
        }
        page.reload();
        assertThat(button(card(page, first), "Bookmark")).hasAttribute("aria-pressed", "true");
        page.locator("#side").getByText("Bookmarks").click();
        assertThat(page.locator("h1")).hasText("Bookmarks");
        assertThat(page.locator(".post .text")).hasText(new String[] {"Worth keeping", "Worth keeping, too"});
        button(card(page, first), "Bookmark").click();
        assertThat(button(card(page, first), "Bookmark")).hasAttribute("aria-pressed", "false");
        soon(() -> assertThat(bookmarks()).containsExactly(second));
        page.reload();
        assertThat(page.locator(".post .text")).hasText("Worth keeping, too");
        delete("/v1/posts/" + second).expect(200);
        assertThat(page.getByText("1 kept post is deleted, or not open to you any more."))
                .isVisible();
    }

    @Test
    void watching_makesOneBeTold_untilItIsTakenBack() {
        String id = post(ben, "Watch this");
        var page = openPage("post", id);
        press(page, "Watch");
        assertThat(button(page.locator("main"), "Watching")).hasAttribute("aria-pressed", "true");
        like(id, user("chiara"));
        soon(() -> assertThat(all("/v1/users/" + ann + "/notifications", 10)).hasSize(1));
        page.reload();
        press(page, "Watching");
        assertThat(button(page.locator("main"), "Watch")).hasAttribute("aria-pressed", "false");
        var observers = api.get("/v1/posts/" + id + "/observers/" + ann).expect(200);
        assertThat(observers.json().get("observing").asBoolean()).isFalse();
    }

    @Test
    void conversation_isMuted_byAnyPostOfIt_untilItIsTakenBack() {
        String root = post(ben, "A long story");
        String answer = comment(ben, root, "and longer");
        soon(() -> assertThat(feed(ann)).contains(root));
        var page = openPage("post", answer);
        press(page, "Mute thread");
        assertThat(button(page.locator("main"), "Thread muted")).hasAttribute("aria-pressed", "true");
        soon(() -> assertThat(feed(ann)).doesNotContain(root));
        soon(() -> assertThat(mutes(ann)).contains(root));
        page = openPage("post", root);
        press(page, "Thread muted");
        assertThat(button(page.locator("main"), "Mute thread")).hasAttribute("aria-pressed", "false");
        soon(() -> assertThat(feed(ann)).contains(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "/user?id=BEN&", "/tag?tag=TAG&", "/bookmarks?"})
    void whatOthersDo_isCountedSoon(String path) {
        String tag = Api.fresh("layer").replace('-', '_');
        String id = post(ben, "Look at this #" + tag);
        put("/v1/users/" + ann + "/bookmarks/" + id).expect(200);
        soon(() -> assertThat(bookmarks()).contains(id));
        soon(() -> assertThat(texts(all("/v1/hashtags/" + tag, 10), "postId")).contains(id));
        var page = CHROMIUM.open(api, "/social" + path.replace("BEN", ben).replace("TAG", tag) + "user=" + ann);
        var likes = button(card(page, id).first(), "Like");
        assertThat(likes).isVisible();
        for (int count = 1; count <= 3; count++) {
            like(id, user("fan"));
            assertThat(likes).hasText("" + count);
        }
        comment(ben, id, "So many!");
        put("/v1/posts/" + id + "/boosts/" + user("fan")).expect(200);
        assertThat(card(page, id).first().getByLabel("Answers")).hasText("1");
        assertThat(button(card(page, id).first(), "Boost")).hasText("1");
    }

    @Test
    void countsFollow_alsoFarDownTheList() {
        var ids = IntStream.range(0, 30).mapToObj(i -> post(ben, "Layer " + i)).toList();
        soon(() -> assertThat(feed(ann)).hasSize(ids.size()));
        var page = openFeed(ann);
        press(page, "Load more");
        var deepest = card(page, ids.get(0));
        deepest.scrollIntoViewIfNeeded();
        for (int count = 1; count <= 2; count++) {
            like(ids.get(0), user("fan"));
            assertThat(button(deepest, "Like")).hasText("" + count);
        }
    }

    @Test
    void pageSaysThatTheServerCannotBeReached_untilItCan() {
        String id = post(ben, "Hello?");
        for (String path : List.of("?", "/post?id=" + id + "&", "/notifications?")) {
            var page = CHROMIUM.open(api, "/social" + path + "user=" + ann);
            var trouble = page.getByText("The gateway does not answer. Trying again every few seconds.");
            assertThat(page.locator("#side .places")).isVisible();
            page.context().setOffline(true);
            assertThat(trouble).isVisible();
            page.context().setOffline(false);
            assertThat(trouble).isHidden();
        }
    }

    /** As {@link #pageSaysThatTheServerCannotBeReached_untilItCan}, but from the beginning. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "?, **/v1/users/**",
                "?, **/feed?**",
                "/post?id=ID&, **/v1/posts/*",
                "/post?id=ID&, **/comments?**",
                "/post?id=ID&, **/history?**",
                "/user?id=BEN&, **/v1/users/BEN",
                "/user?id=BEN&, **/v1/users/*/posts?**",
                "/notifications?, **/v1/users/*/notifications?limit=20",
                "/bookmarks?, **/v1/users/*/bookmarks?**",
                "/tag?tag=layer&, **/hashtags/**",
            })
    void pageThatCouldNotBeShown_isShown_whenTheServerCanBeReached(String path, String unreachable) {
        String id = post(ben, "Hello? #layer");
        comment(ben, id, "Nobody here");
        put("/v1/users/" + ann + "/bookmarks/" + id).expect(200);
        soon(() -> assertThat(bookmarks()).contains(id));
        soon(() -> assertThat(texts(all("/v1/hashtags/layer", 10), "postId")).contains(id));
        var page = CHROMIUM.open(api, "/web/varve.svg");
        String route = unreachable.replace("BEN", ben);
        page.route(route, call -> call.abort());
        page.navigate(api.url("/social" + path.replace("BEN", ben).replace("ID", id) + "user=" + ann));
        var trouble = page.getByText("The gateway does not answer");
        assertThat(trouble.first()).isVisible();
        page.unroute(route);
        assertThat(trouble).hasCount(0);
        var shown = path.startsWith("/notifications") ? page.getByText("Nothing has happened yet.") : card(page, id);
        assertThat(shown.first()).isVisible();
        if (path.startsWith("/post")) {
            assertThat(page.getByText("Nobody here")).isVisible();
            assertThat(page.getByText("One version")).isVisible();
        }
    }

    @Test
    void whatCannotBeDone_isSaidAtThePost() {
        String id = post(ben, "Likeable");
        var page = openFeed(ann);
        var likes = button(card(page, id), "Like");
        assertThat(likes).isVisible();
        page.route("**/likes/**", route -> route.abort());
        likes.click();
        assertThat(card(page, id).getByRole(AriaRole.ALERT)).hasText("The gateway does not answer");
    }

    @Test
    void userWhoCannotBeAskedFor_isNotTakenForNobody() {
        var page = CHROMIUM.open(api, "/web/varve.svg");
        page.route("**/v1/users/" + ann, route -> route.abort());
        page.navigate(api.url("/social?user=" + ann));
        assertThat(page.getByText("The gateway does not answer").first()).isVisible();
        assertThat(page.locator("#who-form")).hasCount(0);
    }

    private static double edge(Page page, String selector, String edge) {
        return ((Number) page.locator(selector).first().evaluate("e => e.getBoundingClientRect()." + edge))
                .doubleValue();
    }

    @Test
    void nameAndHandle_standBesideTheAvatar_onAPhone_howeverLongTheyAre() {
        String id = Api.fresh("donaudampfschifffahrtsgesellschaftskapitaensmuetzenfabrik");
        api.good("PUT", "/v1/users/" + id, "{\"displayName\":\"%s\"}".formatted("Donaudampfschiff".repeat(4)))
                .expect(201);
        String post = post(id, "Hello", ",\"visibility\":\"followers\"");
        follow(ann, id);
        edit(post, "Hello, all").expect(200);
        comment(id, post, "An answer");
        soon(() -> assertThat(texts(all("/v1/posts/" + post + "/comments?viewer=" + ann, 10), "author"))
                .contains(id));
        var page = CHROMIUM.openOnPhone(api, "/social/post?id=" + post + "&user=" + ann, 390);
        for (String of : List.of("#post", "#comments")) {
            assertThat(page.locator(of + " .post")).isVisible();
            double middle = (edge(page, of + " .avatar", "top") + edge(page, of + " .avatar", "bottom")) / 2;
            assertThat(edge(page, of + " .name", "left")).isGreaterThan(edge(page, of + " .avatar", "right"));
            assertThat(edge(page, of + " .name", "bottom")).isBetween(middle - 12, middle + 12);
            assertThat(edge(page, of + " .handle", "top")).isBetween(middle - 12, middle + 12);
            assertThat(edge(page, of + " .handle", "right")).isLessThanOrEqualTo(edge(page, of + " .when", "left"));
            assertThat(edge(page, of + " .when", "top")).isLessThan(middle);
            assertThat(edge(page, of + " .when", "right")).isLessThanOrEqualTo(edge(page, of + " .post", "right"));
        }
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void textsFromRightToLeft_runTheirOwnWay_andTurnNothingElse() {
        String name = "\u202Enna";
        api.good("PUT", "/v1/users/" + ben, "{\"displayName\":%s}".formatted(quoted(name)))
                .expect(200);
        shownUser(ben, 2);
        String id = post(ben, "שלום עולם #שכבות");
        var page = openFeed(ann);
        assertThat(card(page, id).locator(".text")).hasCSS("direction", "rtl");
        assertThat(card(page, id).locator(".name")).hasText(name);
        assertThat(card(page, id).locator(".name")).hasCSS("unicode-bidi", "isolate");
    }

    @Test
    void everyControl_hasAName_andShowsWhenItHasTheFocus() {
        String id = post(ben, "Press me");
        comment(ben, id, "Or me");
        like(post(ann, "Mine"), ben);
        put("/v1/users/" + ann + "/bookmarks/" + id).expect(200);
        soon(() -> assertThat(bookmarks()).contains(id));
        soon(() -> assertThat(all("/v1/users/" + ann + "/notifications", 10)).isNotEmpty());
        for (String path : List.of(
                "?",
                "/post?id=" + id + "&",
                "/user?id=" + ben + "&",
                "/user?id=" + ann + "&",
                "/bookmarks?",
                "/notifications?")) {
            var page = CHROMIUM.open(api, "/social" + path + "user=" + ann);
            assertThat(page.locator("#side .places")).isVisible();
            assertThat(page.locator(".post, #notifications li").first()).isVisible();
            assertThat((List<?>) page.evaluate("""
                            [...document.querySelectorAll('a, button, input, select, textarea, summary')]
                              .filter(e => e.checkVisibility())
                              .filter(e => !(e.ariaLabel || e.innerText?.trim() || e.labels?.length))
                              .map(e => e.outerHTML)""")).as(path).isEmpty();
            for (int presses = 0; presses < 12; presses++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as(path + " " + page.evaluate("document.activeElement.outerHTML"))
                        .isEqualTo("solid");
            }
        }
    }
}
