package io.varve.http.transfer;

import io.varve.read.transfer.PostingView;
import io.varve.read.transfer.TimelineStep;
import io.varve.read.transfer.TransferView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bodies of answers about transfers. */
final class TransferBodies {
    private TransferBodies() {}

    record Step(Instant at, String step, Optional<String> accountId, String outcome) {
        static Step of(TimelineStep step) {
            return new Step(step.at(), step.step(), step.accountId(), step.outcome());
        }
    }

    /** @param timeline empty in a list of transfers */
    record Transfer(
            String transferId,
            String status,
            Optional<String> reason,
            String currency,
            List<PostingView> postings,
            Optional<String> description,
            boolean hold,
            Instant acceptedAt,
            Optional<Instant> effectiveAt,
            Optional<Instant> expiresAt,
            Optional<String> reverses,
            Optional<String> reversedBy,
            Optional<List<Step>> timeline,
            long revision) {

        static Transfer of(TransferView view, List<TimelineStep> timeline) {
            // The timeline may have been read later than the row: it shows no more than the row's revision.
            var steps = timeline.stream()
                    .filter(step -> step.revision() <= view.revision())
                    .map(Step::of)
                    .toList();
            return of(
                    view, view.effectiveAt(), view.expiresAt(), view.reverses(), view.reversedBy(), Optional.of(steps));
        }

        static Transfer summary(TransferView view) {
            return of(view, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        private static Transfer of(
                TransferView view,
                Optional<Instant> effectiveAt,
                Optional<Instant> expiresAt,
                Optional<String> reverses,
                Optional<String> reversedBy,
                Optional<List<Step>> timeline) {
            return new Transfer(
                    view.transferId(),
                    view.status(),
                    view.reason(),
                    view.currency(),
                    view.postings(),
                    view.description(),
                    view.hold(),
                    view.acceptedAt(),
                    effectiveAt,
                    expiresAt,
                    reverses,
                    reversedBy,
                    timeline,
                    view.revision());
        }
    }

    record StatusChange(String transferId, String status, Optional<String> reason, long revision, Instant at) {}
}
