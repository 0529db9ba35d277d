package io.varve.read.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.read.AccountStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class AccountViewsContract extends ViewsContract {
    private final String id = unique("account");
    private final String owner = unique("owner");

    @Test
    void account_showsWhatItsEventsSay() {
        writeAccounts(AccountStory.opened(id, owner, "EUR")
                .deposit(1_000)
                .hold("t1", 300)
                .amend(50, Map.of("branch", "west"))
                .refuse()
                .events());

        var account = await(views().accounts().account(id)).orElseThrow();

        assertThat(account)
                .isEqualTo(new AccountView(
                        id, owner, "EUR", "open", 1_000, 300, 50, Map.of("branch", "west"), 5, AccountStory.at(1)));
        assertThat(account.availableMinor()).isEqualTo(750);
    }

    @Test
    void account_isClosed_afterItsLastEvent() {
        var story = AccountStory.full(id, owner, "EUR");
        writeAccounts(story.events());

        var account = await(views().accounts().account(id)).orElseThrow();

        assertThat(account.status()).isEqualTo("closed");
        assertThat(account.balanceMinor()).isZero();
        assertThat(account.heldMinor()).isZero();
        assertThat(account.revision()).isEqualTo(story.revision());
    }

    @Test
    void replay_changesNothing() {
        var story = AccountStory.full(id, owner, "EUR");
        writeAccounts(story.events());
        var before = dump();

        replayAccounts(story.events());

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        var story = AccountStory.opened(id, owner, "EUR")
                .deposit(10)
                .hold("t1", 5)
                .deposit(20)
                .release("t1", 5);

        writeAccounts(reversed(story.events()));

        var account = await(views().accounts().account(id)).orElseThrow();
        assertThat(account.balanceMinor()).isEqualTo(30);
        assertThat(account.heldMinor()).isZero();
        assertThat(account.revision()).isEqualTo(5);
    }

    @Test
    void longMetadata_stopsNothing() {
        var metadata = IntStream.range(0, 32).boxed().collect(Collectors.toMap(n -> "key-" + n, n -> "ä".repeat(500)));
        var events = IntStream.range(0, 60)
                .mapToObj(n -> AccountStory.opened(id + n, owner, "EUR").amend(1, metadata))
                .flatMap(story -> story.events().stream())
                .toList();

        // All in one group: what Cassandra refuses is a batch that is too large.
        replayAccounts(events);

        assertThat(await(views().accounts().account(id + 59)).orElseThrow().metadata())
                .isEqualTo(metadata);
    }

    @Test
    void account_isAbsent_untilItsFirstEventIsThere() {
        var story = AccountStory.opened(id, owner, "EUR").deposit(10);
        writeAccounts(story.events().subList(1, 2));

        assertThat(await(views().accounts().account(id))).isEmpty();
        assertThat(await(views().accounts().account(id, 0, Duration.ZERO))).isInstanceOf(Reading.Absent.class);
    }

    @Test
    void reading_waitsForTheRevision() {
        var story = AccountStory.opened(id, owner, "EUR").deposit(10);
        var reading = views().accounts().account(id, 2, Duration.ofSeconds(20));
        CompletableFuture.runAsync(
                () -> writeAccounts(story.events()), CompletableFuture.delayedExecutor(80, TimeUnit.MILLISECONDS));

        assertThat(await(reading))
                .isInstanceOfSatisfying(
                        Reading.Found.class,
                        found -> assertThat(((AccountView) found.row()).revision())
                                .isEqualTo(2));
    }

    @Test
    void reading_isBehind_whenTheTimeIsUp() {
        writeAccounts(AccountStory.opened(id, owner, "EUR").events());

        assertThat(await(views().accounts().account(id, 2, Duration.ofMillis(30))))
                .isEqualTo(new Reading.Behind<>(1));
        assertThat(await(views().accounts().account(unique("nobody"), 1, Duration.ofMillis(30))))
                .isEqualTo(new Reading.Behind<>(0));
    }

    @Test
    void byOwner_pagesToTheEnd_inTheOrderOfTheIds() {
        var ids = IntStream.range(10, 35).mapToObj(n -> id + "-" + n).toList();
        ids.forEach(
                each -> writeAccounts(AccountStory.opened(each, owner, "EUR").events()));

        for (int limit : new int[] {1, 5, 24, 25, 26}) {
            var accounts = allPages(limit, page -> views().accounts().byOwner(owner, page));
            assertThat(accounts).extracting(AccountView::accountId).isEqualTo(ids);
        }
        assertThat(await(views().accounts().byOwner(unique("nobody"), PageRequest.first(5)))
                        .items())
                .isEmpty();
    }

    @Test
    void byOwner_refusesACursorOfAnotherList() {
        var foreign = io.varve.read.query.Cursor.encode("entries", 7);
        for (var cursor : new String[] {foreign, "", "not base64!", "x".repeat(5_000)}) {
            assertThatThrownBy(() -> views().accounts()
                            .byOwner(owner, PageRequest.first(5).after(cursor)))
                    .isInstanceOf(BadCursorException.class);
        }
    }
}
