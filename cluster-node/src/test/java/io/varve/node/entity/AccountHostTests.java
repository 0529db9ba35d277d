package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import java.util.Map;

/** The host of an account. */
abstract class AccountHostTests extends HostTests<AccountCommand> {
    static final EntityKind<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> KIND = AccountKind.create();
    static final String ID = "alice";
    static final String PERSISTENCE_ID = "account|alice";

    AccountHostTests() {
        super(KIND, ID);
    }

    void startOpened(EntitySettings settings) {
        start(settings);
        assertThat(ask("open", open())).isEqualTo(accepted(0, 1));
    }

    static AccountCommand open() {
        return new AccountCommand.Open("Alice", "EUR", 0, Map.of());
    }

    static AccountCommand deposit(long amountMinor) {
        return new AccountCommand.Deposit(amountMinor, null, null);
    }

    static Outcome<AccountAnswer, AccountRefusal> accepted(long balanceMinor, long revision) {
        return new Outcome.Accepted<>(new AccountAnswer(ID, balanceMinor, 0, balanceMinor), revision, false);
    }
}
