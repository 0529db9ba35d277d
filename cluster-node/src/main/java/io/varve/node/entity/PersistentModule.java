package io.varve.node.entity;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.Serial;
import java.util.List;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/** Persistent sets of ids, which large states hold, as arrays. Jackson's own module knows none that are sorted. */
final class PersistentModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1;

    PersistentModule() {
        super("persistent");
        addDeserializer(PSortedSet.class, new StdDelegatingDeserializer<>(new FromList()));
    }

    private static final class FromList extends StdConverter<List<String>, PSortedSet<String>> {
        @Override
        public PSortedSet<String> convert(List<String> ids) {
            return ids.stream().collect(TreePSet.toTreePSet());
        }
    }
}
