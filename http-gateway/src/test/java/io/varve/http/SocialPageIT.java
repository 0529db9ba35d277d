package io.varve.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Feeds and posts in a real browser. */
class SocialPageIT extends SocialPageTests {
    @Test
    void feed_showsWhatHappens_withoutReloading() {
        post(ben, "The first one");
        var page = openFeed(ann);
        assertThat(page.locator(".post .text")).hasText("The first one");
        page.evaluate("window.isStillTheSame = true");
        String second = post(ben, "The second one");
        assertThat(page.locator(".post .text")).hasText(new String[] {"The second one", "The first one"});
        String far = post(user("chiara"), "From far away");
        put("/v1/posts/" + far + "/boosts/" + ben).expect(200);
        assertThat(card(page, far)).containsText(ben + " boosted this");
        edit(second, "The second one, mended").expect(200);
        assertThat(card(page, second).locator(".text")).hasText("The second one, mended");
        delete("/v1/posts/" + second).expect(200);
        assertThat(card(page, second)).hasCount(0);
        assertThat(page.evaluate("window.isStillTheSame")).isEqualTo(true);
    }

    @Test
    void post_isWritten_changedAndDeleted() {
        var page = openFeed(ann);
        page.getByPlaceholder("What has settled today?").fill("Nothing but mud");
        press(page, "Post");
        var card = page.locator(".post");
        assertThat(card.locator(".text")).hasText("Nothing but mud");
        button(card, "Edit").click();
        card.locator("textarea").fill("Nothing but sand");
        button(card, "Save").click();
        assertThat(card.locator(".text")).hasText("Nothing but sand");
        assertThat(card).containsText("edited");
        String id = card.getAttribute("data-post");
        soon(() ->
                assertThat(api.get("/v1/posts/" + id).expect(200).text("text")).isEqualTo("Nothing but sand"));
        button(card, "Delete").click();
        button(card, "Delete for good?").click();
        assertThat(card).hasCount(0);
        soon(() -> api.get("/v1/posts/" + id).expect(410));
    }

    @Test
    void like_changesTheCount_andIsKnownWhenThePageIsOpenedAgain() {
        String id = post(ben, "Likeable");
        like(id, ben);
        var page = openFeed(ann);
        var likes = button(card(page, id), "Like");
        assertThat(likes).hasText("1");
        likes.click();
        assertThat(likes).hasText("2");
        soon(() -> assertThat(api.get("/v1/posts/" + id).expect(200).number("likes"))
                .isEqualTo(2));
        page.reload();
        assertThat(likes).hasText("2");
        assertThat(likes).hasAttribute("aria-pressed", "true");
        likes.click();
        assertThat(likes).hasText("1");
        assertThat(likes).hasAttribute("aria-pressed", "false");
    }

    @Test
    void feed_goesDownToTheVeryFirstPost() {
        for (int i = 0; i < 45; i++) {
            post(ben, "Layer " + i);
        }
        soon(() -> assertThat(feed(ann)).hasSize(45));
        var page = openFeed(ann);
        for (int pages = 0; pages < 2; pages++) {
            press(page, "Load more");
        }
        assertThat(page.locator(".post")).hasCount(45);
        assertThat(page.locator(".post").last()).containsText("Layer 0");
        assertThat(page.locator("#posts-more")).isHidden();
    }

    @Test
    void comments_appear_underWhatTheyAnswer() {
        String id = post(ben, "Who has an umbrella?");
        String first = comment(ben, id, "Nobody?");
        var page = openPage("post", id);
        page.getByPlaceholder("Write an answer").fill("I have two");
        press(page, "Reply");
        var comments = page.locator("#comments > li");
        assertThat(comments.locator(".text")).hasText(new String[] {"Nobody?", "I have two"});
        button(card(page, first), "Answer").click();
        page.getByPlaceholder("Answer @" + ben).fill("Be patient");
        button(comments.first().locator("form"), "Reply").click();
        assertThat(comments.first().locator(".comments .text")).hasText("Be patient");
        // Also those of others, without reloading.
        comment(ben, id, "I take one");
        assertThat(comments).hasCount(3);
        assertThat(comments.last()).containsText("I take one");
    }

    @Test
    void history_marksWhatWasChanged() {
        String id = post(ben, "The bus leaves at nine");
        edit(id, "The bus leaves at ten, sorry").expect(200);
        shown(id, 2).expect(200);
        var page = openPage("post", id);
        page.getByText("2 versions").click();
        var newest = page.locator("#versions li").first();
        assertThat(newest.locator("del")).hasText("nine");
        assertThat(newest.locator("ins")).hasText("ten, sorry");
        assertThat(newest).containsText("Version 2");
        assertThat(page.locator("#versions li").last().locator(".text")).hasText("The bus leaves at nine");
        delete("/v1/posts/" + id).expect(200);
        assertThat(page.getByText("This post was deleted by who wrote it.")).isVisible();
        assertThat(page.locator("#versions li")).hasCount(3);
        assertThat(page.locator("main")).not().containsText("nine");
    }
}
