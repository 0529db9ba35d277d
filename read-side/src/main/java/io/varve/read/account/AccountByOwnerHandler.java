package io.varve.read.account;

import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountEvent.Amended;
import io.varve.node.account.AccountEvent.Closed;
import io.varve.node.account.AccountEvent.CommandRefused;
import io.varve.node.account.AccountEvent.Credited;
import io.varve.node.account.AccountEvent.Debited;
import io.varve.node.account.AccountEvent.Deposited;
import io.varve.node.account.AccountEvent.HoldCaptured;
import io.varve.node.account.AccountEvent.HoldPlaced;
import io.varve.node.account.AccountEvent.HoldReleased;
import io.varve.node.account.AccountEvent.Opened;
import io.varve.node.account.AccountEvent.Withdrawn;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** Which accounts an owner has. The owner of an account never changes. */
public final class AccountByOwnerHandler implements ViewHandler<AccountEvent> {
    public static final String TABLE = "account_by_owner";
    private static final Shape OWNED = new Shape(TABLE, List.of("owner", "account_id"), List.of("revision"));

    @Override
    public List<Write> writes(Happened<AccountEvent> happened) {
        var event = happened.event();
        if (event instanceof Opened e) {
            return List.of(OWNED.write(happened.revision(), e.owner(), happened.entityId(), happened.revision()));
        } else if (event instanceof Amended
                || event instanceof Deposited
                || event instanceof Withdrawn
                || event instanceof Debited
                || event instanceof Credited
                || event instanceof HoldPlaced
                || event instanceof HoldReleased
                || event instanceof HoldCaptured
                || event instanceof Closed
                || event instanceof CommandRefused) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }
}
