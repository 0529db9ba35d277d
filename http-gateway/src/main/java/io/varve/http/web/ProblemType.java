package io.varve.http.web;

import java.util.Locale;

/** The problems that the gateway reports, each with its HTTP status and its stable type. */
public enum ProblemType {
    MALFORMED_JSON(400, "Malformed JSON"),
    INVALID_FIELD(400, "Invalid field"),
    UNKNOWN_FIELD(400, "Unknown field"),
    BAD_REQUEST(400, "Bad request"),
    NOT_FOUND(404, "Not found"),
    ACCOUNT_NOT_FOUND(404, "Account not found"),
    TRANSFER_NOT_FOUND(404, "Transfer not found"),
    VEHICLE_NOT_FOUND(404, "Vehicle not found"),
    REGION_NOT_FOUND(404, "Region not found"),
    ROUTE_NOT_FOUND(404, "Route not found"),
    USER_NOT_FOUND(404, "User not found"),
    POST_NOT_FOUND(404, "Post not found"),
    PUSH_NOT_SET_UP(404, "Push not set up"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    ACCOUNT_EXISTS(409, "Account exists"),
    ACCOUNT_CLOSED(409, "Account closed"),
    ACCOUNT_NOT_EMPTY(409, "Account not empty"),
    HOLD_NOT_FOUND(409, "Hold not found"),
    OVERDRAFT_LIMIT_TOO_LOW(422, "Overdraft limit too low"),
    TRANSFER_EXISTS(409, "Transfer exists"),
    TRANSFER_NOT_HELD(409, "Transfer not held"),
    TRANSFER_NOT_COMPLETED(409, "Transfer not completed"),
    TRANSFER_NOT_PARKED(409, "Transfer not parked"),
    REVERSAL_UNDERWAY(409, "Reversal underway"),
    AUDIT_UNDERWAY(409, "Audit underway"),
    POST_EXISTS(409, "Post exists"),
    POST_NOT_PUBLIC(409, "Post not public"),
    TOO_MANY_EDITS(409, "Too many edits"),
    POST_DELETED(410, "Post deleted"),
    POSITION_TOO_OLD(410, "Position too old"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INSUFFICIENT_FUNDS(422, "Insufficient funds"),
    AMOUNT_OVERFLOW(422, "Amount overflow"),
    CURRENCY_MISMATCH(422, "Currency mismatch"),
    TOO_MANY_HOLDS(422, "Too many holds"),
    AMOUNT_ABOVE_HOLD(422, "Amount above hold"),
    PART_OF_SEVERAL_POSTINGS(422, "Part of several postings"),
    CROWD_FULL(422, "Crowd full"),
    TOO_MANY(422, "Too many"),
    IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
    HEADERS_TOO_LARGE(431, "Headers too large"),
    INTERNAL_ERROR(500, "Internal error"),
    OVERLOADED(503, "Overloaded"),
    VIEW_BEHIND(503, "View behind"),
    OUTCOME_UNKNOWN(503, "Outcome unknown");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable type, such as {@code urn:varve:problem:insufficient-funds}. */
    public String uri() {
        return "urn:varve:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
