package io.varve.read.audit;

import io.varve.read.account.AccountByOwnerHandler;
import io.varve.read.code.CodeReportHandler;
import io.varve.read.entry.EntryViewHandler;
import io.varve.read.table.Shape;
import io.varve.read.table.Write;
import io.varve.read.track.TrackHandler;
import io.varve.read.transfer.TimelineHandler;
import io.varve.read.transfer.TransferByAccountHandler;
import io.varve.read.vehicle.VehicleEventHandler;
import java.util.Map;
import java.util.Set;

/** What a row says of whether a write has been applied to it. */
record StoredRow(Map<String, Cell> cells) {
    /** Views whose rows are the work of one event each, and never change. */
    static final Set<String> WRITTEN_ONCE = Set.of(
            EntryViewHandler.TABLE,
            TimelineHandler.TABLE,
            AccountByOwnerHandler.TABLE,
            TransferByAccountHandler.TABLE,
            VehicleEventHandler.TABLE,
            TrackHandler.TABLE,
            CodeReportHandler.TABLE);

    /** No entity has that many events; what is above is the time of a clock, in microseconds. */
    private static final long CLOCK = 1L << 47;

    /** @param revision the time under which the value was written */
    record Cell(Object value, long revision) {}

    /** Whether rows of the shape never change, so that it does not matter under which time they are written. */
    static boolean isWrittenOnce(Shape shape) {
        return shape.columns().isEmpty() || WRITTEN_ONCE.contains(shape.table());
    }

    /** Whether each column holds what the write has put there, or what a later one has. */
    boolean shows(Write write) {
        var shape = write.shape();
        for (int i = 0; i < shape.columns().size(); i++) {
            var expected = write.values().get(shape.key().size() + i);
            if (expected != null && !shows(cells.get(shape.columns().get(i)), expected, write)) {
                return false;
            }
        }
        return true;
    }

    private static boolean shows(Cell cell, Object expected, Write write) {
        if (cell == null) {
            return false;
        }
        if (isWrittenOnce(write.shape()) || cell.revision() == write.revision()) {
            return cell.value().equals(expected);
        }
        // A clock's time would keep out every later event, whatever the value is now.
        return cell.revision() > write.revision() && cell.revision() < CLOCK;
    }
}
