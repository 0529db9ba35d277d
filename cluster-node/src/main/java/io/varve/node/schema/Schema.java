package io.varve.node.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the keyspace to the shape that this version needs: numbered CQL files, each applied once, by one
 * process at a time.
 *
 * <p>A module lists its files in {@code cql/<module>/steps.txt}. Statements end with a semicolon at the end of
 * a line. They must bear being repeated (IF NOT EXISTS), because a process may die between a step and its mark.
 */
public final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final Duration DDL_TIMEOUT = Duration.ofSeconds(30);
    /** How long a dead process can keep the others waiting. */
    private static final int LOCK_SECONDS = 60;

    private final CqlSession session;
    private final String holder = UUID.randomUUID().toString();

    /** @param session uses the keyspace */
    public Schema(CqlSession session) {
        this.session = session;
        execute("CREATE TABLE IF NOT EXISTS schema_lock (name text PRIMARY KEY, holder text)");
        execute("CREATE TABLE IF NOT EXISTS schema_step (module text, step text, PRIMARY KEY (module, step))");
        execute("CREATE TABLE IF NOT EXISTS schema_setting (name text PRIMARY KEY, value text)");
    }

    /** Creates the keyspace if there is none; the session that does so can't use it yet. */
    public static void createKeyspace(CqlSession session, String keyspace, String datacenter, int replicationFactor) {
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException("not a keyspace name: " + keyspace);
        }
        session.execute(ddl("CREATE KEYSPACE IF NOT EXISTS " + keyspace
                + " WITH replication = {'class': 'NetworkTopologyStrategy', '" + datacenter + "': "
                + replicationFactor + "}"));
    }

    /** Applies the steps of a module that have not been applied yet. */
    public void apply(String module) {
        var steps = lines("cql/" + module + "/steps.txt");
        if (applied(module).containsAll(steps)) {
            return;
        }
        lock();
        // The driver would reread all metadata after each statement, a second each time.
        session.setSchemaMetadataEnabled(false);
        try {
            var done = applied(module);
            steps.stream().filter(step -> !done.contains(step)).forEach(step -> applyStep(module, step));
        } finally {
            session.setSchemaMetadataEnabled(null);
            session.execute(
                    SimpleStatement.newInstance("DELETE FROM schema_lock WHERE name = 'schema' IF holder = ?", holder));
        }
    }

    private void applyStep(String module, String step) {
        LOG.info("Applying schema step {}/{}", module, step);
        Arrays.stream(resource("cql/" + module + "/" + step).split(";\\s*(?:\\n|$)"))
                .map(statement -> statement.replaceAll("(?m)^\\s*--.*$", "").strip())
                .filter(statement -> !statement.isEmpty())
                .forEach(this::execute);
        session.execute(
                SimpleStatement.newInstance("INSERT INTO schema_step (module, step) VALUES (?, ?)", module, step));
    }

    private List<String> applied(String module) {
        return session
                .execute(SimpleStatement.newInstance("SELECT step FROM schema_step WHERE module = ?", module))
                .all()
                .stream()
                .map(row -> row.getString("step"))
                .toList();
    }

    private void lock() {
        var claim = SimpleStatement.newInstance(
                "INSERT INTO schema_lock (name, holder) VALUES ('schema', ?) IF NOT EXISTS USING TTL " + LOCK_SECONDS,
                holder);
        long deadline = System.nanoTime() + Duration.ofSeconds(2 * LOCK_SECONDS).toNanos();
        while (!session.execute(claim).wasApplied()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("another process holds the schema lock");
            }
            pause();
        }
    }

    /**
     * A setting that is fixed when the keyspace is made: returns the value that stands.
     *
     * @param value what to fix it to, if it is not fixed yet
     */
    public String fix(String name, String value) {
        session.execute(SimpleStatement.newInstance(
                "INSERT INTO schema_setting (name, value) VALUES (?, ?) IF NOT EXISTS", name, value));
        return session.execute(SimpleStatement.newInstance("SELECT value FROM schema_setting WHERE name = ?", name))
                .one()
                .getString("value");
    }

    /** Like {@link #fix}, and refuses another value. */
    public void require(String name, String value) {
        String fixed = fix(name, value);
        if (!fixed.equals(value)) {
            throw new IllegalStateException(
                    name + " is " + fixed + " since the keyspace was made and cannot become " + value);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the schema lock", e);
        }
    }

    private void execute(String statement) {
        session.execute(ddl(statement));
    }

    private static SimpleStatement ddl(String statement) {
        return SimpleStatement.newInstance(statement).setTimeout(DDL_TIMEOUT);
    }

    private static List<String> lines(String name) {
        return resource(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
