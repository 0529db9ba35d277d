package io.varve.read.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transfer as the view knows it. Times are to the millisecond.
 *
 * @param status {@code accepted}, {@code held}, {@code completed}, {@code rejected}, {@code rolled-back},
 *     {@code voided}, {@code expired}, {@code reversed} or {@code parked}
 * @param reason why it was rejected, rolled back or parked, such as {@code insufficient-funds}
 * @param postings what is moved; of a hold that was posted in part, the part
 * @param reverses the transfer that this one takes back
 * @param reversedBy the transfer that has taken this one back
 * @param revision the number of the transfer's last event that this row reflects
 */
public record TransferView(
        String transferId,
        String currency,
        String status,
        Optional<String> reason,
        List<PostingView> postings,
        Optional<String> description,
        boolean hold,
        Optional<Instant> expiresAt,
        Optional<Instant> effectiveAt,
        Optional<String> reverses,
        Optional<String> reversedBy,
        Instant acceptedAt,
        long revision) {}
