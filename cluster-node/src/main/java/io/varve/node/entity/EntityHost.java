package io.varve.node.entity;

import io.varve.node.entity.EntityMessage.AwaitRest;
import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import io.varve.node.entity.Outcome.Failure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.event.Logging;
import org.apache.pekko.event.LoggingAdapter;
import org.apache.pekko.persistence.AbstractPersistentActorWithTimers;
import org.apache.pekko.persistence.DeleteSnapshotsFailure;
import org.apache.pekko.persistence.DeleteSnapshotsSuccess;
import org.apache.pekko.persistence.Recovery;
import org.apache.pekko.persistence.RecoveryCompleted;
import org.apache.pekko.persistence.SaveSnapshotFailure;
import org.apache.pekko.persistence.SaveSnapshotSuccess;
import org.apache.pekko.persistence.SnapshotOffer;
import org.apache.pekko.persistence.SnapshotSelectionCriteria;
import org.apache.pekko.persistence.journal.Tagged;

/**
 * The one actor that hosts every kind of entity, and the only place that knows Pekko persistence.
 *
 * <p>Group commit: commands that arrive while a write is in flight wait, and are then decided together, in
 * order, each over the state that the one before left, and journaled as one atomic write. An idle entity
 * writes at once. Answers leave only after the write: nobody is told what is not durable.
 *
 * <p>A failed write may be durable all the same, so its commands are answered OUTCOME_UNKNOWN, those that
 * were still waiting UNAVAILABLE, and the actor stops; the next command recovers the entity from its journal.
 */
final class EntityHost<C, E, S, A, R extends Enum<R>> extends AbstractPersistentActorWithTimers {
    /** Asks the host to finish what it has begun and stop; sent by sharding. */
    enum Stop {
        INSTANCE
    }

    /** Tells the host to decide what has come in. */
    private enum Decide {
        INSTANCE
    }

    private final LoggingAdapter log = Logging.getLogger(getContext().getSystem(), this);
    private final EntityKind<C, E, S, A, R> kind;
    private final EntitySettings settings;
    private final String entityId;
    private final Set<String> tags;
    private final SagaDriver<C, E, S, A, R> driver;

    private S state;
    private final CommandMemory<A, R> memory;
    private final Deque<Waiting<C>> pending = new ArrayDeque<>();
    private boolean writing;
    private boolean deciding;
    /** The answers that wait for the write in flight. */
    private List<Answer> inFlight = List.of();
    /**
     * What a saga's steps have come to, and its next write will take along. Nobody was told of it yet, and after a crash
     * the steps are sent again, and answered as the first time: so a transfer needs one write for all its steps.
     */
    private List<Tagged> postponed = List.of();

    private long snapshotAt;
    private boolean stopping;

    private record Waiting<C>(Command<C> command, ActorRef sender) {}

    private record Answer(ActorRef to, Reply<?, ?> reply) {}

    static <C, E, S, A, R extends Enum<R>> Props props(
            EntityKind<C, E, S, A, R> kind, EntitySettings settings, Entities entities) {
        return Props.create(EntityHost.class, () -> new EntityHost<>(kind, settings, entities));
    }

    private EntityHost(EntityKind<C, E, S, A, R> kind, EntitySettings settings, Entities entities) {
        this.kind = kind;
        this.settings = settings.within(kind.limits());
        entityId = URLDecoder.decode(getSelf().path().name(), StandardCharsets.UTF_8);
        tags = Set.of(kind.tagOf(entityId));
        state = kind.decider().initial(entityId);
        memory = new CommandMemory<>(this.settings.memoryLimit(), entities.memory());
        driver = kind.saga()
                .map(saga -> new SagaDriver<>(kind, saga, entityId, this.settings, entities, getContext(), timers()))
                .orElse(null);
    }

    @Override
    public String persistenceId() {
        return kind.persistenceId(entityId);
    }

    /** A saga has few events and makes no snapshot: looking for one would cost each new saga a read. */
    @Override
    public Recovery recovery() {
        return driver == null ? super.recovery() : Recovery.create(SnapshotSelectionCriteria.none());
    }

    @Override
    public Receive createReceiveRecover() {
        return receiveBuilder()
                .match(Journaled.class, journaled -> replay(kind.recorded(journaled)))
                .match(SnapshotOffer.class, this::restore)
                .match(RecoveryCompleted.class, done -> {
                    if (driver != null) {
                        driver.recovered(state, lastSequenceNr());
                    }
                })
                .build();
    }

    private void replay(Recorded<E> recorded) {
        apply(recorded, lastSequenceNr());
    }

    @SuppressWarnings("unchecked") // The manifest named this kind; the kind gave the types.
    private void restore(SnapshotOffer offer) {
        var snapshot = ((JournaledSnapshot<S, A, R>) offer.snapshot()).snapshot();
        state = snapshot.state();
        memory.restore(snapshot.forgottenUpTo(), snapshot.remembered());
        snapshotAt = offer.metadata().sequenceNr();
    }

    private void apply(Recorded<E> recorded, long revision) {
        state = kind.decider().evolve(state, recorded.event());
        var refusal = kind.decider().refusalOf(recorded.event());
        memory.remember(new CommandMemory.Entry<>(
                recorded.command().commandId(),
                recorded.command().digest(),
                revision,
                refusal.isPresent() ? null : kind.decider().answer(state),
                refusal.orElse(null)));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Command.class, command -> accept(kind.command(command), getSender()))
                .match(Decide.class, decide -> decide())
                .match(Reply.class, reply -> whenSaga(() -> driver.replied(reply)))
                .match(AwaitRest.class, await -> whenSaga(() -> driver.await(getSender())))
                .match(SagaDriver.Tick.class, tick -> whenSaga(() -> driver.tick(idle())))
                .match(SagaDriver.Searched.class, found -> whenSaga(() -> driver.searched(found)))
                .match(Stop.class, stop -> stop())
                .match(
                        SaveSnapshotSuccess.class,
                        saved -> deleteSnapshots(
                                // One older snapshot stays, in case the newest cannot be read.
                                SnapshotSelectionCriteria.create(
                                        saved.metadata().sequenceNr() - 2 * settings.snapshotEvery(), Long.MAX_VALUE)))
                .match(SaveSnapshotFailure.class, f -> log.warning("{}: no snapshot: {}", persistenceId(), f.cause()))
                .match(DeleteSnapshotsSuccess.class, done -> {})
                .match(
                        DeleteSnapshotsFailure.class,
                        f -> log.warning("{}: old snapshots stay: {}", persistenceId(), f.cause()))
                .build();
    }

    private void whenSaga(Runnable action) {
        if (driver == null) {
            throw new IllegalStateException(kind.name() + " is no saga");
        }
        action.run();
    }

    private void accept(Command<C> command, ActorRef sender) {
        if (pending.size() >= settings.pendingLimit()) {
            sender.tell(failed(command, Failure.OVERLOADED), getSelf());
            return;
        }
        pending.add(new Waiting<>(command, sender));
        if (!writing && !deciding && !leaving()) {
            // Behind what is in the mailbox already, so that all of it can be one write.
            deciding = true;
            getSelf().tell(Decide.INSTANCE, getSelf());
        }
    }

    private void decide() {
        deciding = false;
        if (!leaving()) {
            commit();
        }
    }

    /** True when the entity decides nothing more: what comes now is for its next life. */
    private boolean leaving() {
        return driver != null && driver.leaving();
    }

    private void stop() {
        stopping = true;
        if (leaving()) {
            pending.forEach(waiting -> driver.handBack(waiting.command(), waiting.sender()));
            pending.clear();
        }
        stopWhenIdle();
    }

    /** Decides the commands that wait, up to the limit of a group, and journals their events as one write. */
    private void commit() {
        while (!writing && !pending.isEmpty()) {
            var answers = new ArrayList<Answer>();
            var events = new ArrayList<>(postponed);
            boolean mayWait = driver != null;
            for (int n = 0; n < settings.groupLimit() && !pending.isEmpty(); n++) {
                var waiting = pending.poll();
                var outcome = decide(waiting.command(), events);
                mayWait &= isOwn(waiting.sender()) && driver.isAnswer(waiting.command());
                answers.add(new Answer(waiting.sender(), reply(waiting.command(), outcome)));
            }
            if (events.isEmpty()) {
                send(answers);
            } else if (mayWait && driver.goesOn(state)) {
                postponed = events;
            } else {
                postponed = List.of();
                inFlight = answers;
                writing = true;
                journal(events);
            }
        }
        stopWhenIdle();
    }

    private Outcome<A, R> decide(Command<C> command, List<Tagged> events) {
        long revision = lastSequenceNr() + events.size();
        var meta = command.meta();
        var known = memory.find(meta.commandId());
        if (known.isPresent()) {
            return known.get().digest().equals(meta.digest())
                    ? known.get().outcome().repeat()
                    : new Outcome.Failed<>(Failure.COMMAND_ID_REUSED, revision);
        }
        if (command.searchedTo() != Command.NEVER_SENT && memory.forgottenUpTo() > command.searchedTo()) {
            return new Outcome.Failed<>(Failure.TOO_OLD_TO_TELL, revision);
        }
        if (command.expectedRevision() != null && command.expectedRevision() != revision) {
            return new Outcome.Failed<>(Failure.REVISION_MISMATCH, revision);
        }
        var decision = kind.decider().decide(state, command.command(), meta);
        for (E event : decision.events()) {
            var recorded = new Recorded<>(meta, event);
            events.add(new Tagged(new Journaled<>(kind.name(), recorded), tags));
            apply(recorded, ++revision);
        }
        if (decision.refusal().isPresent()) {
            return new Outcome.Refused<>(decision.refusal().get(), revision, false);
        }
        var answer = decision.events().isEmpty()
                ? kind.decider().unchanged(state, command.command())
                : kind.decider().answer(state);
        return new Outcome.Accepted<>(answer, revision, false);
    }

    private void journal(List<Tagged> events) {
        long last = lastSequenceNr() + events.size();
        persistAllAsync(events, event -> {
            if (lastSequenceNr() == last) {
                committed();
            }
        });
    }

    private void committed() {
        var answers = inFlight;
        inFlight = List.of();
        writing = false;
        send(answers);
        if (driver == null && lastSequenceNr() - snapshotAt >= settings.snapshotEvery()) {
            snapshotAt = lastSequenceNr();
            saveSnapshot(new JournaledSnapshot<>(
                    kind.name(), new EntitySnapshot<>(state, memory.forgottenUpTo(), memory.entries())));
        }
        if (driver != null) {
            driver.committed(state, lastSequenceNr());
        }
        commit();
    }

    private void stopWhenIdle() {
        if (stopping && idle()) {
            getContext().stop(getSelf());
        }
    }

    private boolean idle() {
        return !writing && pending.isEmpty();
    }

    private void send(List<Answer> answers) {
        answers.forEach(this::send);
    }

    private void send(Answer answer) {
        if (!isOwn(answer.to())) {
            answer.to().tell(answer.reply(), getSelf());
        }
    }

    /** True for what the saga's own driver sends, which needs no answer. */
    private boolean isOwn(ActorRef sender) {
        return sender.equals(getSelf());
    }

    private Reply<A, R> reply(Command<C> command, Outcome<A, R> outcome) {
        return new Reply<>(kind.name(), command.meta().commandId(), outcome);
    }

    private Reply<A, R> failed(Command<C> command, Failure failure) {
        return reply(command, new Outcome.Failed<>(failure, lastSequenceNr()));
    }

    @Override
    public void onPersistFailure(Throwable cause, Object event, long seqNr) {
        log.error(cause, "{}: the write of {} failed and may be durable", persistenceId(), seqNr);
        answerAllInFlight();
    }

    /** The journal could not even try; the state is ahead of the journal by now, so the actor must go too. */
    @Override
    public void onPersistRejected(Throwable cause, Object event, long seqNr) {
        log.error(cause, "{}: the write of {} was rejected", persistenceId(), seqNr);
        answerAllInFlight();
        getContext().stop(getSelf());
    }

    private void answerAllInFlight() {
        for (var answer : inFlight) {
            var unknown = new Outcome.Failed<A, R>(Failure.OUTCOME_UNKNOWN, lastSequenceNr());
            answer.to().tell(new Reply<>(kind.name(), answer.reply().commandId(), unknown), getSelf());
        }
        inFlight = List.of();
    }

    @Override
    public void postStop() throws Exception {
        answerAllInFlight();
        pending.forEach(w -> w.sender().tell(failed(w.command(), Failure.UNAVAILABLE), getSelf()));
        memory.release();
        super.postStop();
    }
}
