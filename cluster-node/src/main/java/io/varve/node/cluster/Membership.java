package io.varve.node.cluster;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.MemberStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node into the cluster of its keyspace, and founds one only when no other node lives.
 *
 * <p>A second cluster would give each entity a second writer. So to found one takes the silence of every node that
 * Cassandra knows of, and a lightweight transaction that only one can win; that somebody is slow to answer is not enough.
 */
public final class Membership {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(2);
    private static final Duration JOIN_AGAIN_AFTER = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final ActorSystem system;
    private final Cluster cluster;
    private final String self;
    private final ClusterTable table;
    private final Neighbours neighbours = new Neighbours();
    private final Strangers strangers = new Strangers();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "varve-membership");
        made.setDaemon(true);
        return made;
    });

    private Set<String> joined = Set.of();
    private long joinedNanoTime;
    private boolean hasBeaten;
    private long beatenNanoTime;

    private Membership(ActorSystem system, CqlSession session) {
        this.system = system;
        cluster = Cluster.get(system);
        self = cluster.selfAddress().toString();
        table = new ClusterTable(session);
    }

    /**
     * Starts to look for the cluster, and returns at once. Ends with the actor system.
     *
     * @param session uses the keyspace, in which the tables exist
     */
    public static void start(ActorSystem system, CqlSession session) {
        var membership = new Membership(system, session);
        CoordinatedShutdown.get(system)
                .addTask(
                        CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
                        "leave-cluster-table",
                        () -> CompletableFuture.supplyAsync(membership::leave, membership.thread));
        membership.thread.scheduleWithFixedDelay(
                membership::lookAgain, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        // Until it has beaten, a member is unknown to whoever looks for the cluster.
        membership.cluster.registerOnMemberUp(() -> membership.thread.execute(membership::lookAgain));
    }

    private Done leave() {
        thread.shutdown();
        if (hasBeaten) {
            table.leave(self);
        }
        return Done.getInstance();
    }

    private void lookAgain() {
        try {
            look();
        } catch (DriverException e) {
            LOG.warn("The nodes of the cluster cannot be looked up: {}", e.toString());
        } catch (RuntimeException e) {
            // Thrown on, it would be the last look.
            LOG.error("The nodes of the cluster could not be looked up", e);
        }
    }

    private void look() {
        // First the founding, then the beats: who founds a cluster beats before, so that one of the two tells of it.
        Optional<UUID> founding = isMember() ? Optional.empty() : table.founding();
        var beats = table.beats();
        beats.remove(self);
        neighbours.hear(beats, System.nanoTime());
        var living = neighbours.living(System.nanoTime());
        if (isMember()) {
            beat();
            meet(living);
            // Of nodes that never return, as pods don't, nothing shall stay for ever.
            neighbours.silentFor(FORGOTTEN_AFTER, System.nanoTime()).forEach(table::leave);
        } else if (!living.isEmpty()) {
            join(living);
        } else if (joined.isEmpty() || hasWaited(joinedNanoTime, JOIN_AGAIN_AFTER)) {
            found(founding);
        }
    }

    private boolean isMember() {
        return cluster.selfMember().status() == MemberStatus.up()
                || cluster.selfMember().status() == MemberStatus.weaklyUp();
    }

    private void beat() {
        if (!hasBeaten || hasWaited(beatenNanoTime, BEAT_EVERY)) {
            beatenNanoTime = System.nanoTime();
            hasBeaten = true;
            table.beat(self);
        }
    }

    /** Through any of those that live. A node that is not the first of its seeds never founds a cluster. */
    private void join(Set<String> living) {
        if (!living.equals(joined) || hasWaited(joinedNanoTime, JOIN_AGAIN_AFTER)) {
            LOG.info("Joins the cluster of {}", living);
            joined = living;
            joinedNanoTime = System.nanoTime();
            cluster.joinSeedNodes(
                    living.stream().map(AddressFromURIString::parse).toList());
        }
    }

    private void found(Optional<UUID> lastFounding) {
        long start = System.nanoTime();
        beat();
        boolean mayFound = table.found(lastFounding, self);
        // Whoever stood still for so long may have been taken for dead.
        if (mayFound && !hasWaited(start, Neighbours.SILENCE.dividedBy(2))) {
            LOG.info("No other node lives: founds a cluster");
            joined = Set.of(self);
            joinedNanoTime = System.nanoTime();
            cluster.join(cluster.selfAddress());
        }
    }

    /** Two clusters on one keyspace must not be, and yet one may come back from a long pause: then the smaller ends. */
    private void meet(Set<String> living) {
        var members = StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .map(member -> member.address().toString())
                .collect(Collectors.toSet());
        var foreign = strangers.lasting(living, members, System.nanoTime());
        if (!foreign.isEmpty() && Strangers.isToYield(members, foreign)) {
            LOG.error("There is another cluster on this keyspace, of {}: this node ends", foreign);
            CoordinatedShutdown.get(system).runAll(CoordinatedShutdown.clusterDowningReason());
        }
    }

    private static boolean hasWaited(long sinceNanoTime, Duration duration) {
        return System.nanoTime() - sinceNanoTime >= duration.toNanos();
    }
}
