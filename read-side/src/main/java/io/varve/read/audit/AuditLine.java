package io.varve.read.audit;

import java.util.List;
import java.util.Optional;

/** What an audit tells, as it goes. */
public sealed interface AuditLine {
    /**
     * A view that lacks something of an entity.
     *
     * @param view the view's table
     * @param journalRevision the entity's last revision when the audit came by
     * @param viewRevision up to here the view has applied everything
     * @param missing the revisions that the view does not show, the first 100 of them
     * @param missingCount how many they are in all
     * @param healed whether the view shows them now
     * @param detail why it could not be healed
     */
    record Gap(
            String kind,
            String entityId,
            String view,
            long journalRevision,
            long viewRevision,
            List<Long> missing,
            long missingCount,
            boolean healed,
            Optional<String> detail)
            implements AuditLine {}

    /** An entity that could not be compared. */
    record Unchecked(String kind, String entityId, String detail) implements AuditLine {}

    /** How far the audit has come; told at the beginning, and when there is nothing else to tell. */
    record Progress(long entities, long gaps) implements AuditLine {}

    /**
     * The end.
     *
     * @param complete false when the journal could not be gone through to its end
     */
    record Summary(long entities, long gaps, long healed, long unchecked, boolean complete, double seconds)
            implements AuditLine {}
}
