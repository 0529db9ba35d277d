package io.varve.node.entity;

import io.varve.node.entity.EntityMessage.AwaitRest;
import io.varve.node.entity.EntityMessage.Command;
import io.varve.node.entity.EntityMessage.Reply;
import io.varve.node.entity.Outcome.Failed;
import io.varve.node.entity.Outcome.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.cluster.sharding.ClusterSharding;
import org.apache.pekko.cluster.sharding.ClusterShardingSettings;
import org.apache.pekko.cluster.sharding.ShardCoordinator;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.apache.pekko.pattern.AskTimeoutException;
import org.apache.pekko.pattern.Patterns;

/** The way to every entity of the cluster: one shard region, or a proxy for it, per kind. */
public final class Entities {
    /** The role of the processes that host entities. */
    public static final String HOSTING_ROLE = "write";

    private final EntitySettings settings;
    private final EntityKinds kinds;
    private final JournalSearch journalSearch;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, ActorRef> regions;
    private final MemoryBudget memory;

    /** Joins the sharding of every kind; hosts entities only where the process has {@link #HOSTING_ROLE}. */
    public Entities(ActorSystem system, EntityKinds kinds, EntitySettings settings) {
        this(kinds, settings, JournalSearch.inCassandra(system), new HashMap<>());
        kinds.all().forEach(kind -> regions.put(kind.name(), start(system, kind)));
    }

    /** @param regions the way to the entities of each kind, by the kind's name */
    Entities(EntityKinds kinds, EntitySettings settings, JournalSearch journalSearch, Map<String, ActorRef> regions) {
        this.kinds = kinds;
        this.settings = settings;
        this.journalSearch = journalSearch;
        this.regions = regions;
        memory = new MemoryBudget(settings.memoryTotal());
    }

    /** What the entities of this process may remember together. */
    MemoryBudget memory() {
        return memory;
    }

    private ActorRef start(ActorSystem system, EntityKind<?, ?, ?, ?, ?> kind) {
        var shardSettings = ClusterShardingSettings.create(system)
                .withRole(HOSTING_ROLE)
                // A saga that has something to do must come back after a crash without being asked for.
                .withRememberEntities(kind.saga().isPresent());
        int shards = system.settings().config().getInt("pekko.cluster.sharding.number-of-shards");
        var sharding = ClusterSharding.get(system);
        return sharding.start(
                kind.name(),
                EntityHost.props(kind, settings, this),
                shardSettings,
                new Extractor(shards),
                ShardCoordinator.leastShardAllocationStrategy(20, 1.0),
                EntityHost.Stop.INSTANCE);
    }

    private static final class Extractor extends ShardRegion.HashCodeMessageExtractor {
        Extractor(int shards) {
            super(shards);
        }

        @Override
        public String entityId(Object message) {
            return message instanceof EntityMessage.Inbound inbound ? inbound.entityId() : null;
        }
    }

    /**
     * Sends a command and waits, bounded, for its outcome; no answer in time is OUTCOME_UNKNOWN.
     *
     * @param commandId unique within the entity; the same for a repeat
     * @param by who is asking
     * @param expectedRevision the revision that the entity must have, or null
     */
    public <C, A, R extends Enum<R>> CompletionStage<Outcome<A, R>> ask(
            EntityKind<C, ?, ?, A, R> kind,
            String entityId,
            String commandId,
            String by,
            Long expectedRevision,
            C command) {
        return ask(kind, entityId, commandId, by, expectedRevision, command, settings.askTimeout());
    }

    /**
     * The same for who can wait for longer, such as one of thousands of commands that come together.
     *
     * @param timeout how long to wait for the outcome
     */
    public <C, A, R extends Enum<R>> CompletionStage<Outcome<A, R>> ask(
            EntityKind<C, ?, ?, A, R> kind,
            String entityId,
            String commandId,
            String by,
            Long expectedRevision,
            C command,
            Duration timeout) {
        var meta = new CommandMeta(commandId, Digest.of(kind, command), by, clock.instant());
        return ask(
                kind,
                new Command<>(kind.name(), entityId, meta, expectedRevision, Command.NEVER_SENT, command),
                timeout);
    }

    /** Waits until the saga rests; OUTCOME_UNKNOWN when it does not in time or never began. */
    public <A, R extends Enum<R>> CompletionStage<Outcome<A, R>> awaitRest(
            EntityKind<?, ?, ?, A, R> kind, String entityId, Duration timeout) {
        return ask(kind, new AwaitRest(kind.name(), entityId), timeout);
    }

    @SuppressWarnings("unchecked") // The reply is of the kind that was asked.
    private <A, R extends Enum<R>> CompletionStage<Outcome<A, R>> ask(
            EntityKind<?, ?, ?, A, R> kind, EntityMessage message, Duration timeout) {
        return Patterns.ask(regions.get(kind.name()), message, timeout)
                // Where the reply arrives: a stage without an executor would go through another thread.
                .<Outcome<A, R>>thenApplyAsync(reply -> ((Reply<A, R>) reply).outcome(), Runnable::run)
                .exceptionally(failure -> {
                    if (failure instanceof AskTimeoutException || failure.getCause() instanceof AskTimeoutException) {
                        return new Failed<>(Failure.OUTCOME_UNKNOWN, 0);
                    }
                    throw new IllegalStateException("no answer from " + kind.name(), failure);
                });
    }

    /** Sends a saga's step; the reply goes to the sender. */
    void tell(Saga.Step step, String sagaId, String sagaKind, long searchedTo, ActorRef sender) {
        tell(kinds.named(step.kind()), step, sagaKind + ":" + sagaId, searchedTo, sender);
    }

    private <C> void tell(EntityKind<C, ?, ?, ?, ?> kind, Saga.Step step, String by, long searchedTo, ActorRef sender) {
        C command = kind.commandType().cast(step.command());
        var meta = new CommandMeta(step.stepId(), Digest.of(kind, command), by, clock.instant());
        regions.get(kind.name())
                .tell(new Command<>(kind.name(), step.entityId(), meta, null, searchedTo, command), sender);
    }

    /** Gives a saga a command of its own host; nobody waits for the answer. */
    <C> void tellSelf(EntityKind<C, ?, ?, ?, ?> kind, String entityId, String commandId, C command, ActorRef self) {
        var meta = new CommandMeta(commandId, Digest.of(kind, command), kind.name() + ":" + entityId, clock.instant());
        self.tell(new Command<>(kind.name(), entityId, meta, null, Command.NEVER_SENT, command), self);
    }

    /** Gives sharding a command that an entity has not looked at: it goes to the entity's next life. */
    void handBack(Command<?> command, ActorRef sender) {
        regions.get(command.kind()).tell(command, sender);
    }

    /** Looks for a step in the whole journal of its target, up to a revision. */
    CompletionStage<Optional<Outcome<?, ?>>> search(Saga.Step step, long upTo) {
        return journalSearch.find(kinds.named(step.kind()), step.entityId(), step.stepId(), upTo);
    }
}
