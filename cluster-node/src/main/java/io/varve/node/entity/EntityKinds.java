package io.varve.node.entity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pekko.actor.setup.Setup;

/** The kinds that an actor system knows; given to it at creation, so that the serializer finds them. */
public final class EntityKinds extends Setup {
    private final Map<String, EntityKind<?, ?, ?, ?, ?>> byName;

    public EntityKinds(List<EntityKind<?, ?, ?, ?, ?>> kinds) {
        byName = kinds.stream().collect(Collectors.toUnmodifiableMap(EntityKind::name, Function.identity()));
    }

    /** @throws IllegalArgumentException for a kind that this node does not know */
    public EntityKind<?, ?, ?, ?, ?> named(String name) {
        var kind = byName.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("unknown kind of entity: " + name);
        }
        return kind;
    }

    public Iterable<EntityKind<?, ?, ?, ?, ?>> all() {
        return byName.values();
    }

    /** Whether a persistence id is that of an entity of these kinds. */
    public boolean owns(String persistenceId) {
        int end = persistenceId.indexOf('|');
        return end > 0 && byName.containsKey(persistenceId.substring(0, end));
    }
}
