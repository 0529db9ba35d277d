package io.varve.node.transfer;

import io.varve.node.entity.Entities;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The door to the transfers of the cluster. */
public final class Transfers {
    /** A transfer is requested once: the id of that command is the same for all. */
    public static final String REQUEST_ID = "request";

    private final EntityKind<TransferCommand, TransferEvent, ?, TransferAnswer, TransferRefusal> kind =
            TransferKind.create();
    private final Entities entities;

    public Transfers(Entities entities) {
        this.entities = entities;
    }

    /**
     * Asks for a transfer; accepted means durable, and that it will reach an end by itself.
     *
     * @param by who is asking
     */
    public CompletionStage<Outcome<TransferAnswer, TransferRefusal>> request(
            String transferId, String by, TransferCommand.Request command) {
        return entities.ask(kind, transferId, REQUEST_ID, by, null, command);
    }

    /** @param commandId the same for a repeat of the command */
    public CompletionStage<Outcome<TransferAnswer, TransferRefusal>> submit(
            String transferId, String commandId, String by, TransferCommand command) {
        return entities.ask(kind, transferId, commandId, by, null, command);
    }

    /**
     * Where the transfer stands once nothing more happens to it by itself; OUTCOME_UNKNOWN when that takes longer
     * or it never began.
     */
    public CompletionStage<Outcome<TransferAnswer, TransferRefusal>> outcome(String transferId, Duration timeout) {
        return entities.awaitRest(kind, transferId, timeout);
    }
}
