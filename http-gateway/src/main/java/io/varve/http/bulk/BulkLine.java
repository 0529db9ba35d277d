package io.varve.http.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.varve.http.account.AccountRequests;
import io.varve.http.transfer.TransferRequests;
import io.varve.http.web.Bodies;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.account.AccountCommand;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferCommand;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line of a bulk request asks for, checked. */
sealed interface BulkLine {
    /** The accounts that the line has an effect on; its order among their lines is kept. */
    Set<String> accountIds();

    /** @param commandId null for the opening of an account, which has an id of its own */
    record ForAccount(String accountId, String commandId, AccountCommand command, int status) implements BulkLine {
        @Override
        public Set<String> accountIds() {
            return Set.of(accountId);
        }
    }

    record ForTransfer(String transferId, TransferCommand.Request request) implements BulkLine {
        @Override
        public Set<String> accountIds() {
            return request.postings().stream().flatMap(BulkLine::accounts).collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Stream<String> accounts(Posting posting) {
        return Stream.of(posting.from(), posting.to());
    }

    /** @throws ProblemException when the line is not one that there is */
    static BulkLine parse(byte[] line) {
        JsonNode tree = Bodies.readTree(line);
        if (!(tree instanceof ObjectNode object)) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, "The line must be a JSON object");
        }
        String op = take(object, "op");
        return switch (Fields.required("op", op)) {
            case "open-account" -> open(Bodies.convert(object, AccountRequests.Open.class));
            case "deposit" -> cash(object, true);
            case "withdraw" -> cash(object, false);
            case "transfer" -> transfer(Bodies.convert(object, TransferRequests.Start.class));
            default -> throw ProblemException.invalid("op", "op must be open-account, deposit, withdraw or transfer");
        };
    }

    private static BulkLine open(AccountRequests.Open body) {
        String id = Requests.idOrNew("accountId", body.accountId());
        return new ForAccount(id, null, body.command(), 201);
    }

    private static BulkLine cash(ObjectNode object, boolean deposit) {
        String accountId = Fields.id("accountId", take(object, "accountId"));
        String key = take(object, "key");
        String commandId = key == null ? Requests.newCommandId() : Requests.commandId(Fields.key("key", key));
        var body = Bodies.convert(object, AccountRequests.CashMovement.class);
        return new ForAccount(accountId, commandId, deposit ? body.deposit() : body.withdrawal(), 201);
    }

    private static BulkLine transfer(TransferRequests.Start body) {
        String id = Requests.idOrNew("transferId", body.transferId());
        return new ForTransfer(id, body.command());
    }

    /** Takes a text out of the object; null when it is not there. */
    private static String take(ObjectNode object, String field) {
        JsonNode value = object.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ProblemException.invalid(field, field + " must be a text");
        }
        return value.textValue();
    }
}
