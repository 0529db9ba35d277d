package io.varve.read.timeline;

import io.varve.node.user.UserEvent;
import io.varve.read.following.Step;
import io.varve.read.following.StreamPosition;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Source;

/** The stream of one who listens: three kinds of events, of which each has an order, merged as they come. */
final class UserStream {
    private static final int LANES = 8;

    private final SocialFeeds feeds;
    private final NewsDesk desk;
    private final String userId;
    private final Supplier<CompletionStage<Listener>> listener;
    private volatile UserPosition at;

    /** @param listener the one who listens, as they are now */
    UserStream(
            SocialFeeds feeds,
            NewsDesk desk,
            String userId,
            Supplier<CompletionStage<Listener>> listener,
            UserPosition start) {
        this.feeds = feeds;
        this.desk = desk;
        this.userId = userId;
        this.listener = listener;
        at = start;
    }

    /** What an event is to a listener. */
    private interface Judge<E> extends BiFunction<Listener, Happened<E>, CompletionStage<Optional<UserNews>>> {}

    /** Moves a position on in one of the kinds. */
    private interface Move extends BiFunction<UserPosition, StreamPosition, UserPosition> {}

    /** Steps of one kind that wait for their turn. */
    private interface Lot extends Supplier<CompletionStage<List<UserMoment>>> {}

    Source<UserMoment, NotUsed> source() {
        var start = at;
        return lots(feeds.posts().after(start.posts()), desk::ofPost, UserPosition::withPosts)
                .merge(lots(feeds.crowds().after(start.crowds()), desk::ofCrowd, UserPosition::withCrowds))
                .merge(lots(ownSteps(start.users()), desk::ofUser, UserPosition::withUsers))
                // One at a time: the positions follow one another.
                .mapAsync(1, Lot::get)
                .mapConcat(moments -> moments);
    }

    /** Users are told what concerns them alone: what is told to others only moves the position on. */
    private Source<List<Step<UserEvent>>, NotUsed> ownSteps(StreamPosition from) {
        return feeds.users()
                .after(from)
                .map(steps -> steps.stream()
                        .map(step -> step.only(event -> event.entityId().equals(userId)))
                        .toList());
    }

    private <E> Source<Lot, NotUsed> lots(Source<List<Step<E>>, NotUsed> lots, Judge<E> judge, Move move) {
        return lots.filter(steps -> !steps.isEmpty()).map(steps -> () -> tell(steps, judge, move));
    }

    private <E> CompletionStage<List<UserMoment>> tell(List<Step<E>> steps, Judge<E> judge, Move move) {
        var events = steps.stream().flatMap(step -> step.events().stream()).toList();
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(moments(steps, List.of(), move));
        }
        return listener.get()
                .thenCompose(now -> Concurrently.inLanes(LANES, events, event -> judge.apply(now, event)))
                .thenApply(news -> moments(steps, news, move));
    }

    /** @param news of all events of the steps */
    private <E> List<UserMoment> moments(List<Step<E>> steps, List<Optional<UserNews>> news, Move move) {
        List<UserMoment> moments = new ArrayList<>();
        int first = 0;
        boolean told = false;
        for (var step : steps) {
            int count = step.events().size();
            told = tell(step, news.subList(first, first + count), move, moments);
            first += count;
        }
        if (!told) {
            moments.add(new UserMoment(at, Optional.empty()));
        }
        return moments;
    }

    /** Whether there was anything to tell. */
    private <E> boolean tell(Step<E> step, List<Optional<UserNews>> news, Move move, List<UserMoment> moments) {
        var before = at;
        int last = news.size() - 1;
        while (last >= 0 && news.get(last).isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            if (news.get(i).isPresent()) {
                var here = move.apply(before, step.within(step.events().get(i)));
                moments.add(new UserMoment(here, news.get(i)));
            }
        }
        at = move.apply(before, step.after());
        if (last >= 0) {
            moments.add(new UserMoment(at, news.get(last)));
        }
        return last >= 0;
    }
}
