package io.varve.http.ops;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.read.audit.AuditLine;
import io.varve.read.audit.AuditRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The body of an audit's request, and the lines of its answer. */
final class AuditBodies {
    private AuditBodies() {}

    /** @param heal what is not said is yes */
    record Order(String kind, String entityId, Boolean deep, Boolean heal) {
        AuditRequest checked(Set<String> kinds) {
            if (kind != null && !kinds.contains(kind)) {
                throw ProblemException.invalid("kind", "kind must be " + String.join(" or ", kinds));
            }
            return new AuditRequest(
                    Optional.ofNullable(kind),
                    Optional.ofNullable(entityId).map(id -> Fields.entityId("entityId", id)),
                    deep != null && deep,
                    heal == null || heal);
        }
    }

    private record Gap(
            String type,
            String kind,
            String entityId,
            String view,
            long journalRevision,
            long viewRevision,
            List<Long> missing,
            long missingCount,
            boolean healed,
            Optional<String> detail) {}

    private record Unchecked(String type, String kind, String entityId, String detail) {}

    private record Progress(String type, long entities, long gaps) {}

    private record Summary(
            String type, long entities, long gaps, long healed, long unchecked, boolean complete, double seconds) {}

    static Object line(AuditLine line) {
        if (line instanceof AuditLine.Gap g) {
            return new Gap(
                    "gap",
                    g.kind(),
                    g.entityId(),
                    g.view(),
                    g.journalRevision(),
                    g.viewRevision(),
                    g.missing(),
                    g.missingCount(),
                    g.healed(),
                    g.detail());
        } else if (line instanceof AuditLine.Unchecked u) {
            return new Unchecked("unchecked", u.kind(), u.entityId(), u.detail());
        } else if (line instanceof AuditLine.Progress p) {
            return new Progress("progress", p.entities(), p.gaps());
        }
        var s = (AuditLine.Summary) line;
        return new Summary("summary", s.entities(), s.gaps(), s.healed(), s.unchecked(), s.complete(), s.seconds());
    }
}
