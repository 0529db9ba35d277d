package io.varve.node.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entity without an actor: decides, records and remembers as the host does, with the journal in a list.
 *
 * <p>For tests of deciders and sagas; what the host adds is tested with the host.
 */
public final class InMemoryEntity<C, E, S, A, R extends Enum<R>> {
    private static final int MEMORY = 100_000;

    private final EntityKind<C, E, S, A, R> kind;
    private final String entityId;
    private CommandMemory<A, R> memory = new CommandMemory<>(MEMORY, new MemoryBudget(MEMORY));
    private final List<byte[]> journal = new ArrayList<>();
    private final List<E> events = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private S state;
    /** How many of the events a crash leaves. */
    private int durable;

    public InMemoryEntity(EntityKind<C, E, S, A, R> kind, String entityId) {
        this.kind = kind;
        this.entityId = entityId;
        state = kind.decider().initial(entityId);
    }

    public Outcome<A, R> submit(String commandId, C command) {
        var outcome = decide(commandId, command);
        durable = events.size();
        return outcome;
    }

    private Outcome<A, R> decide(String commandId, C command) {
        String digest = Digest.of(kind, command);
        var known = memory.find(commandId);
        if (known.isPresent()) {
            return known.get().digest().equals(digest)
                    ? known.get().outcome().repeat()
                    : new Outcome.Failed<>(Outcome.Failure.COMMAND_ID_REUSED, events.size());
        }
        now = now.plusMillis(1);
        var meta = new CommandMeta(commandId, digest, "test", now);
        var decision = kind.decider().decide(state, command, meta);
        for (E event : decision.events()) {
            journal.add(write(new Recorded<>(meta, event)));
            apply(new Recorded<>(meta, event));
        }
        if (decision.refusal().isPresent()) {
            return new Outcome.Refused<>(decision.refusal().get(), events.size(), false);
        }
        var answer = decision.events().isEmpty()
                ? kind.decider().unchanged(state, command)
                : kind.decider().answer(state);
        return new Outcome.Accepted<>(answer, events.size(), false);
    }

    private void apply(Recorded<E> recorded) {
        events.add(recorded.event());
        state = kind.decider().evolve(state, recorded.event());
        var refusal = kind.decider().refusalOf(recorded.event());
        memory.remember(new CommandMemory.Entry<>(
                recorded.command().commandId(),
                recorded.command().digest(),
                events.size(),
                refusal.isPresent() ? null : kind.decider().answer(state),
                refusal.orElse(null)));
    }

    /** Forgets everything and reads the journal, in which a saga's last steps may be missing. */
    public void crash() {
        var kept = journal.subList(0, durable).stream().map(this::read).toList();
        journal.subList(durable, journal.size()).clear();
        events.clear();
        memory = new CommandMemory<>(MEMORY, new MemoryBudget(MEMORY));
        state = kind.decider().initial(entityId);
        kept.forEach(this::apply);
    }

    public S state() {
        return state;
    }

    public A answer() {
        return kind.decider().answer(state);
    }

    public List<E> events() {
        return List.copyOf(events);
    }

    List<CommandMemory.Entry<A, R>> remembered() {
        return memory.entries();
    }

    /** The state that the journal's bytes lead to. */
    public S replayed() {
        S replayed = kind.decider().initial(entityId);
        for (byte[] bytes : journal) {
            replayed = kind.decider().evolve(replayed, read(bytes).event());
        }
        return replayed;
    }

    /** The step that is due, if the entity is a saga and one is. */
    public Optional<Saga.Step> due() {
        return kind.saga().flatMap(saga -> saga.due(state));
    }

    /** Gives the saga the outcome of a step, as its driver does; durable when no further step is due. */
    public void answered(Saga.Step step, Outcome<?, ?> outcome) {
        decide("answer:" + step.stepId(), kind.saga().orElseThrow().answered(step, outcome));
        if (due().isEmpty()) {
            durable = events.size();
        }
    }

    private byte[] write(Recorded<E> recorded) {
        try {
            return Json.JOURNAL.writerFor(EntitySerializer.recordedType(kind)).writeValueAsBytes(recorded);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Recorded<E> read(byte[] bytes) {
        try {
            return Json.JOURNAL.readValue(bytes, EntitySerializer.recordedType(kind));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
