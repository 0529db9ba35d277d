package io.varve.node.transfer;

import io.varve.node.entity.EntityKind;
import java.util.Optional;

/** The transfer as a kind of entity. */
public final class TransferKind {
    public static final String NAME = "transfer";

    private TransferKind() {}

    public static EntityKind<TransferCommand, TransferEvent, ?, TransferAnswer, TransferRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                TransferCommand.class,
                TransferEvent.class,
                TransferState.class,
                TransferAnswer.class,
                TransferRefusal.class,
                new TransferDecider(),
                Optional.of(new TransferSaga()));
    }
}
