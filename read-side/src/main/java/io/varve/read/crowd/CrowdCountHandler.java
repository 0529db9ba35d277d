package io.varve.read.crowd;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** How many members each bucket of a crowd has, as its events say: nothing is counted here. */
public final class CrowdCountHandler implements ViewHandler<CrowdEvent> {
    public static final String TABLE = "crowd_count";

    private static final Shape COUNTED =
            new Shape(TABLE, List.of("subject", "relation", "bucket"), List.of("count", "revision"));

    @Override
    public List<Write> writes(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event instanceof Joined || event instanceof Left) {
            return List.of(COUNTED.write(
                    happened.revision(),
                    event.subject(),
                    event.relation().label(),
                    event.bucket(),
                    event.count(),
                    happened.revision()));
        }
        throw ViewHandler.unknown(happened);
    }
}
