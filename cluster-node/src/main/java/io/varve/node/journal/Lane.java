package io.varve.node.journal;

import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A way to Cassandra: a few requests at a time, and the writes that wait meanwhile leave together in the next. So a
 * lone write leaves at once, and the busier it is the more of them share a request.
 */
final class Lane {
    private final int requestLimit;
    private final int batchBytes;
    private final Function<List<EntityWrite>, Statement<?>> request;
    private final Consumer<EntityWrite> next;
    private final Deque<EntityWrite> waiting = new ArrayDeque<>();
    private int requests;

    /**
     * @param requestLimit how many requests may be on their way
     * @param batchBytes how much one request holds at most; a write that is larger goes alone
     * @param request makes the request for some writes
     * @param next what is done with each write when its request has succeeded
     */
    Lane(
            int requestLimit,
            int batchBytes,
            Function<List<EntityWrite>, Statement<?>> request,
            Consumer<EntityWrite> next) {
        this.requestLimit = requestLimit;
        this.batchBytes = batchBytes;
        this.request = request;
        this.next = next;
    }

    Statement<?> request(List<EntityWrite> batch) {
        return request.apply(batch);
    }

    void succeeded(List<EntityWrite> batch) {
        batch.forEach(next);
    }

    void add(EntityWrite write) {
        waiting.add(write);
    }

    /** The writes of the next request, or none if nothing waits or enough is on its way. */
    List<EntityWrite> next() {
        List<EntityWrite> batch = new ArrayList<>();
        if (requests >= requestLimit) {
            return batch;
        }
        int bytes = 0;
        while (!waiting.isEmpty() && (batch.isEmpty() || bytes + waiting.peek().bytes <= batchBytes)) {
            var write = waiting.poll();
            bytes += write.bytes;
            batch.add(write);
        }
        if (!batch.isEmpty()) {
            requests++;
        }
        return batch;
    }

    /** More requests are on their way than the lane gave out itself. */
    void asked(int more) {
        requests += more;
    }

    void answered() {
        requests--;
    }
}
