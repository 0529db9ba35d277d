package io.varve.node.entity;

import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import io.varve.node.entity.Outcome.Failed;
import io.varve.node.entity.Outcome.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.TimerScheduler;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.Patterns;

/**
 * Carries out what a saga's state says is due: sends the step, waits, sends again, and gives the outcome back
 * to the saga as a command. Holds nothing that the state does not: after a crash it starts from the state.
 */
final class SagaDriver<C, E, S, A, R extends Enum<R>> {
    /** Time to look whether a step is unanswered, an alarm has come or the saga may leave memory. */
    enum Tick {
        INSTANCE
    }

    /**
     * What the journal of the target says about a step that its memory is too short for.
     *
     * @param found the first outcome, or null if the step never took effect up to {@code searchedTo}
     */
    record Searched(String stepId, Outcome<?, ?> found, long searchedTo) {}

    private static final Duration TICK = Duration.ofSeconds(1);
    /** Sagas leave memory at the same moments, so that their shard writes down at once that many have left. */
    private static final Duration LEAVE_EVERY = Duration.ofSeconds(5);
    /** Begins the id of the command that tells the saga the outcome of a step. */
    private static final String ANSWER = "answer:";

    private final EntityKind<C, E, S, A, R> kind;
    private final Saga<C, S> saga;
    private final String entityId;
    private final EntitySettings settings;
    private final Entities entities;
    private final ActorContext context;
    private final TimerScheduler timers;

    /** The state from which the due step follows, and the last durable revision. */
    private S state;

    private long revision;
    private final List<ActorRef> waiters = new ArrayList<>();
    private Saga.Step outstanding;
    private Instant sentAt = Instant.EPOCH;
    private boolean alarmSent;
    /** Until the saga rests, its steps may have been sent before this driver's time and are sent as repeats. */
    private boolean mayRepeat;

    private boolean forgettable;
    private boolean leaving;

    SagaDriver(
            EntityKind<C, E, S, A, R> kind,
            Saga<C, S> saga,
            String entityId,
            EntitySettings settings,
            Entities entities,
            ActorContext context,
            TimerScheduler timers) {
        this.kind = kind;
        this.saga = saga;
        this.entityId = entityId;
        this.settings = settings;
        this.entities = entities;
        this.context = context;
        this.timers = timers;
    }

    /** The journal has been read: whatever is due may have been sent by an earlier incarnation. */
    void recovered(S recovered, long atRevision) {
        state = recovered;
        revision = atRevision;
        mayRepeat = atRevision > 0;
        drive();
        tickAgain();
    }

    void committed(S durable, long atRevision) {
        state = durable;
        revision = atRevision;
        if (saga.resting(state)) {
            waiters.forEach(this::tellRest);
            waiters.clear();
        }
        alarmSent = false;
        drive();
        if (forgettable != saga.forgettable(state)) {
            tickAgain();
        }
    }

    private void tickAgain() {
        forgettable = saga.forgettable(state);
        long leaveMillis = LEAVE_EVERY.toMillis();
        var delay = forgettable ? Duration.ofMillis(leaveMillis - System.currentTimeMillis() % leaveMillis) : TICK;
        timers.startSingleTimer(Tick.class, Tick.INSTANCE, delay);
    }

    /** True for a command by which this driver tells the saga the outcome of a step. */
    boolean isAnswer(Command<?> command) {
        return command.meta().commandId().startsWith(ANSWER);
    }

    /** Goes on with the step that is due in a state that is not durable yet; false when none is. */
    boolean goesOn(S decided) {
        if (saga.due(decided).isEmpty()) {
            return false;
        }
        state = decided;
        drive();
        return true;
    }

    void await(ActorRef who) {
        if (saga.resting(state)) {
            tellRest(who);
        } else if (saga.due(state).isEmpty()) {
            // It never began, and may never do so.
            tell(who, new Failed<>(Failure.OUTCOME_UNKNOWN, revision));
        } else if (waiters.size() < settings.pendingLimit()) {
            waiters.add(who);
        }
        // Else the caller's time runs out and it is told where the saga stands.
    }

    private void tellRest(ActorRef who) {
        tell(who, new Outcome.Accepted<>(kind.decider().answer(state), revision, false));
    }

    private void tell(ActorRef who, Outcome<A, R> outcome) {
        who.tell(new Reply<>(kind.name(), "", outcome), context.self());
    }

    private void drive() {
        var due = saga.due(state);
        if (due.isEmpty()) {
            outstanding = null;
        } else if (outstanding == null || !outstanding.stepId().equals(due.get().stepId())) {
            outstanding = due.get();
            send(mayRepeat ? 0 : Command.NEVER_SENT);
        }
        mayRepeat &= due.isPresent();
    }

    private void send(long searchedTo) {
        sentAt = Instant.now();
        entities.tell(outstanding, entityId, kind.name(), searchedTo, context.self());
    }

    void replied(Reply<?, ?> reply) {
        if (outstanding == null || !outstanding.stepId().equals(reply.commandId())) {
            return; // The answer to an earlier sending of a step that has been answered since.
        }
        if (reply.outcome() instanceof Failed<?, ?> failed && failed.failure() != Failure.COMMAND_ID_REUSED) {
            if (failed.failure() == Failure.TOO_OLD_TO_TELL) {
                search(outstanding, failed.revision());
            }
            return; // The next tick sends the step again.
        }
        answered(reply.outcome());
    }

    private void answered(Outcome<?, ?> outcome) {
        var answer = saga.answered(outstanding, outcome);
        entities.tellSelf(kind, entityId, ANSWER + outstanding.stepId(), answer, context.self());
    }

    private void search(Saga.Step step, long searchedTo) {
        sentAt = Instant.now();
        var search = entities.search(step, searchedTo)
                .thenApply(found -> new Searched(step.stepId(), found.orElse(null), searchedTo));
        Patterns.pipe(search, context.dispatcher()).to(context.self());
    }

    void searched(Searched result) {
        if (outstanding != null && outstanding.stepId().equals(result.stepId())) {
            if (result.found() == null) {
                send(result.searchedTo());
            } else {
                answered(result.found());
            }
        }
    }

    /** @param idle false while the host has a command to journal, which may make something due */
    void tick(boolean idle) {
        var now = Instant.now();
        if (outstanding != null && sentAt.plus(settings.stepRetryAfter()).isBefore(now)) {
            send(0);
        }
        Optional<Instant> alarm = saga.alarm(state);
        if (alarm.isPresent() && !alarm.get().isAfter(now) && !alarmSent) {
            alarmSent = true;
            entities.tellSelf(kind, entityId, "alarm:" + alarm.get(), saga.alarmed(), context.self());
        }
        if (leaving || idle && saga.forgettable(state)) {
            leaving = true;
            context.parent().tell(new ShardRegion.Passivate(EntityHost.Stop.INSTANCE), context.self());
        }
        tickAgain();
    }

    /**
     * True once the saga has asked to leave memory. Sharding forgets it as soon as it stops then, so it must not
     * decide anything more: a crash would leave undone for ever what a command had made due.
     */
    boolean leaving() {
        return leaving;
    }

    /** Gives a command to the saga's next life. */
    void handBack(Command<C> command, ActorRef sender) {
        entities.handBack(command, sender);
    }
}
