package io.varve.node.account;

import io.varve.node.entity.EntityKind;
import java.util.Optional;

/** The account as a kind of entity. */
public final class AccountKind {
    public static final String NAME = "account";

    private AccountKind() {}

    public static EntityKind<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> create() {
        return new EntityKind<>(
                NAME,
                4,
                AccountCommand.class,
                AccountEvent.class,
                AccountState.class,
                AccountAnswer.class,
                AccountRefusal.class,
                new AccountDecider(),
                Optional.empty());
    }
}
