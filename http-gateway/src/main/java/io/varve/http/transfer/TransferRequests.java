package io.varve.http.transfer;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferCommand;
import java.util.ArrayList;
import java.util.List;

/** The bodies of transfer requests, and the commands that they become once checked. */
public final class TransferRequests {
    private static final int MAX_POSTINGS = 100;

    private TransferRequests() {}

    /** Either from, to and amountMinor, or postings. */
    public record Start(
            String transferId,
            String from,
            String to,
            Long amountMinor,
            String currency,
            List<PostingBody> postings,
            String description,
            Boolean hold,
            String expiresAt,
            String effectiveAt) {

        public TransferCommand.Request command() {
            boolean held = Boolean.TRUE.equals(hold);
            var expiry = Fields.instant("expiresAt", expiresAt);
            if (expiry != null && !held) {
                throw ProblemException.invalid("expiresAt", "expiresAt goes only with hold: true");
            }
            return new TransferCommand.Request(
                    Fields.currency(currency),
                    checkedPostings(),
                    Fields.description(description),
                    held,
                    expiry,
                    Fields.instant("effectiveAt", effectiveAt),
                    null);
        }

        private List<Posting> checkedPostings() {
            if (postings == null) {
                return List.of(new PostingBody(from, to, amountMinor).posting(""));
            }
            single("from", from);
            single("to", to);
            single("amountMinor", amountMinor);
            if (postings.isEmpty() || postings.size() > MAX_POSTINGS) {
                throw ProblemException.invalid("postings", "postings must be 1 to " + MAX_POSTINGS);
            }
            var checked = new ArrayList<Posting>();
            long sumMinor = 0;
            for (int i = 0; i < postings.size(); i++) {
                var posting =
                        Fields.required("postings[" + i + "]", postings.get(i)).posting("postings[" + i + "].");
                checked.add(posting);
                sumMinor = plus(sumMinor, posting.amountMinor());
            }
            return checked;
        }

        private static void single(String field, Object value) {
            if (value != null) {
                throw ProblemException.invalid(field, field + " goes only without postings");
            }
        }

        private static long plus(long sumMinor, long amountMinor) {
            try {
                return Math.addExact(sumMinor, amountMinor);
            } catch (ArithmeticException e) {
                throw new ProblemException(
                        ProblemType.AMOUNT_OVERFLOW, "postings", "The sum of the postings leaves the range of 64 bits");
            }
        }
    }

    public record PostingBody(String from, String to, Long amountMinor) {
        private Posting posting(String path) {
            var posting = new Posting(
                    Fields.id(path + "from", from),
                    Fields.id(path + "to", to),
                    Fields.amountMinor(path + "amountMinor", amountMinor));
            if (posting.from().equals(posting.to())) {
                throw ProblemException.invalid(path + "to", "to must be another account than from");
            }
            return posting;
        }
    }

    public record Post(Long amountMinor) {
        TransferCommand.Post command() {
            return new TransferCommand.Post(
                    amountMinor == null ? null : Fields.amountMinor("amountMinor", amountMinor));
        }
    }

    public record Nothing() {}
}
