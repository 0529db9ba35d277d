package io.varve.node.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Json;
import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.Define;
import io.varve.node.user.UserCommand.MarkRead;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserEvent.Notified;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of what a user is told, in whatever lots and however often it comes. */
class UserPropertiesTest {
    private static final int TRIES = 300;

    /** The events of a bucket of likes, by different people, or of comments. */
    record Source(String id, NotificationReason reason, String subject, int events) {
        Tell from(int from, int to) {
            var acts = new ArrayList<Act>();
            for (int revision = from; revision < to; revision++) {
                boolean comment = reason == NotificationReason.COMMENTED;
                acts.add(new Act(
                        revision,
                        comment ? "u" + revision % 3 : id + "-fan" + revision,
                        comment ? "c" + revision : null));
            }
            return new Tell(id, to - 1L, reason, subject, subject, acts);
        }

        /** All its events in lots, and now and then some of those once more that came before. */
        List<Tell> lots(Random random) {
            var lots = new ArrayList<Tell>();
            for (int from = 1; from <= events; ) {
                int to = from + 1 + random.nextInt(events + 1 - from);
                lots.add(from(from, to));
                if (random.nextBoolean()) {
                    int earlier = 1 + random.nextInt(to - 1);
                    lots.add(from(earlier, earlier + 1 + random.nextInt(to - earlier)));
                }
                from = to;
            }
            return lots;
        }
    }

    private static InMemoryEntity<UserCommand, UserEvent, ?, UserAnswer, UserRefusal> after(
            List<? extends UserCommand> commands) {
        var user = new InMemoryEntity<>(UserKind.create(), "ann");
        user.submit("define", new Define(new UserProfile("Ann", null)));
        for (int n = 0; n < commands.size(); n++) {
            user.submit("c" + n, commands.get(n));
        }
        return user;
    }

    @Provide
    Arbitrary<List<Source>> sources() {
        var reason = Arbitraries.of(NotificationReason.LIKED, NotificationReason.COMMENTED);
        var source = Combinators.combine(
                        reason,
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 12))
                .as((why, post, events) -> new Source("", why, "p" + post, events));
        return source.list().ofMinSize(1).ofMaxSize(4).map(UserPropertiesTest::named);
    }

    private static List<Source> named(List<Source> sources) {
        var named = new ArrayList<Source>();
        for (var source : sources) {
            named.add(new Source("s" + named.size(), source.reason(), source.subject(), source.events()));
        }
        return named;
    }

    /** The lots of all sources among one another, those of each in their order. */
    private static List<UserCommand> mixed(List<Source> sources, Random random) {
        var turns = new ArrayList<Integer>();
        var lots = new ArrayList<List<Tell>>();
        for (var source : sources) {
            lots.add(new ArrayList<>(source.lots(random)));
            turns.addAll(Collections.nCopies(lots.get(lots.size() - 1).size(), lots.size() - 1));
        }
        Collections.shuffle(turns, random);
        var commands = new ArrayList<UserCommand>();
        turns.forEach(source -> commands.add(lots.get(source).remove(0)));
        return commands;
    }

    private static long total(List<Source> sources, NotificationReason reason, String subject) {
        return sources.stream()
                .filter(source -> source.reason() == reason && source.subject().equals(subject))
                .mapToLong(Source::events)
                .sum();
    }

    @Property(tries = TRIES)
    void everyAct_isToldOnce_inWhateverLotsAndHoweverOftenItComes(
            @ForAll("sources") List<Source> sources, @ForAll Random random) {
        var user = after(mixed(sources, random));
        var open = ((UserState.Known) user.state()).notifications().open();
        for (var source : sources) {
            var told = user.events().stream()
                    .filter(event -> event instanceof Notified e && e.source().equals(source.id()))
                    .map(Notified.class::cast)
                    .toList();
            assertThat(told.stream().map(Notified::upTo)).isSorted().doesNotHaveDuplicates();
            assertThat(told.get(told.size() - 1).upTo()).isEqualTo(source.events());
            assertThat(open.get(source.reason() + " " + source.subject())
                            .orElseThrow()
                            .count())
                    .isEqualTo(total(sources, source.reason(), source.subject()));
        }
    }

    @Property(tries = TRIES)
    void whatIsRead_andWhatIsOpen_isAllThatWasTold(@ForAll("sources") List<Source> sources, @ForAll Random random) {
        var commands = new ArrayList<>(mixed(sources, random));
        for (int n = 0; n < 3; n++) {
            commands.add(random.nextInt(commands.size() + 1), new MarkRead(random.nextInt(20)));
        }
        var user = after(commands);
        var lastOfGroup = new HashMap<String, Long>();
        user.events().forEach(event -> {
            if (event instanceof Notified e) {
                lastOfGroup.put(e.groupId(), e.count());
            }
        });
        // However it was read meanwhile, the groups add up to all that was done.
        assertThat(lastOfGroup.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(sources.stream().mapToLong(Source::events).sum());
    }

    @Property(tries = TRIES)
    void replayAndSnapshot_leadToTheLiveState(@ForAll("sources") List<Source> sources, @ForAll Random random)
            throws IOException {
        var user = after(mixed(sources, random));
        assertThat(user.replayed()).isEqualTo(user.state());
        byte[] snapshot = Json.JOURNAL.writerFor(UserState.class).writeValueAsBytes(user.state());
        assertThat((Object) Json.JOURNAL.readValue(snapshot, UserState.class)).isEqualTo(user.state());
    }
}
