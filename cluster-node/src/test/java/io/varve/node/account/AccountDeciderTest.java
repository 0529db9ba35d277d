package io.varve.node.account;

import static io.varve.node.account.AccountCommand.CreditPurpose.REFUND;
import static io.varve.node.account.AccountCommand.DebitPurpose.TRANSFER;
import static io.varve.node.account.AccountRefusal.ACCOUNT_CLOSED;
import static io.varve.node.account.AccountRefusal.ACCOUNT_EXISTS;
import static io.varve.node.account.AccountRefusal.ACCOUNT_NOT_EMPTY;
import static io.varve.node.account.AccountRefusal.ACCOUNT_NOT_FOUND;
import static io.varve.node.account.AccountRefusal.AMOUNT_OVERFLOW;
import static io.varve.node.account.AccountRefusal.CURRENCY_MISMATCH;
import static io.varve.node.account.AccountRefusal.HOLD_NOT_FOUND;
import static io.varve.node.account.AccountRefusal.INSUFFICIENT_FUNDS;
import static io.varve.node.account.AccountRefusal.OVERDRAFT_LIMIT_TOO_LOW;
import static io.varve.node.account.AccountRefusal.TOO_MANY_HOLDS;
import static io.varve.node.entity.DeciderSpec.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand.Amend;
import io.varve.node.account.AccountCommand.Capture;
import io.varve.node.account.AccountCommand.Close;
import io.varve.node.account.AccountCommand.Credit;
import io.varve.node.account.AccountCommand.Debit;
import io.varve.node.account.AccountCommand.Deposit;
import io.varve.node.account.AccountCommand.Hold;
import io.varve.node.account.AccountCommand.Open;
import io.varve.node.account.AccountCommand.Release;
import io.varve.node.account.AccountCommand.Withdraw;
import io.varve.node.account.AccountEvent.Amended;
import io.varve.node.account.AccountEvent.Closed;
import io.varve.node.account.AccountEvent.Credited;
import io.varve.node.account.AccountEvent.Debited;
import io.varve.node.account.AccountEvent.Deposited;
import io.varve.node.account.AccountEvent.HoldCaptured;
import io.varve.node.account.AccountEvent.HoldPlaced;
import io.varve.node.account.AccountEvent.HoldReleased;
import io.varve.node.account.AccountEvent.Opened;
import io.varve.node.account.AccountEvent.Withdrawn;
import io.varve.node.entity.DeciderSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountDeciderTest {
    private static final String ID = "alice";
    private static final Instant EARLIER = Instant.parse("2026-01-31T00:00:00Z");
    private static final Opened OPENED = opened(0);
    private static final Deposited HUNDRED = new Deposited(ID, "EUR", 100, 100, 100, NOW, null);
    private static final HoldPlaced SIXTY_HELD = new HoldPlaced(ID, "t1", "t1/0", 60, 60);

    private static final List<AccountCommand> ONE_OF_EACH = List.of(
            new Open("Alice", "EUR", 0, Map.of()),
            new Amend(5L, null),
            new Deposit(1, null, null),
            new Withdraw(1, null, null),
            new Close(),
            new Hold("t1", "t1/0", 1, "EUR"),
            new Capture("t1/0", 1, null, null),
            new Release("t1/0"),
            new Debit("t1", "t1/0", 1, "EUR", TRANSFER, null, null),
            new Credit("t1", "t1/0", 1, "EUR", AccountCommand.CreditPurpose.TRANSFER, null, null));

    private static Opened opened(long overdraftLimitMinor) {
        return new Opened(ID, "Alice", "EUR", overdraftLimitMinor, Map.of("tier", "gold"));
    }

    private static DeciderSpec<AccountCommand, AccountEvent, AccountState, AccountAnswer, AccountRefusal> given(
            AccountEvent... events) {
        return DeciderSpec.given(new AccountDecider(), ID, List.of(events));
    }

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(given(), given(OPENED, HUNDRED, SIXTY_HELD), given(OPENED, new Closed(ID)));
        return stages.stream().flatMap(stage -> ONE_OF_EACH.stream().map(command -> Arguments.of(stage, command)));
    }

    @Test
    void theTable_knowsEveryStageAndCommand() {
        assertThat(ONE_OF_EACH.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(AccountCommand.class.getPermittedSubclasses());
        assertThat(stagesAndCommands()
                        .map(pair -> (DeciderSpec<?, ?, ?, ?, ?>) pair.get()[0])
                        .<Class<?>>map(stage -> stage.state().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(AccountState.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyPairOfStageAndCommand_answers(
            DeciderSpec<AccountCommand, AccountEvent, AccountState, AccountAnswer, AccountRefusal> stage,
            AccountCommand command) {
        var then = stage.when(command);
        assertThat(then.answer().accountId()).isEqualTo(ID);
        if (stage.state() instanceof AccountState.Absent && !(command instanceof Open)) {
            boolean step = command instanceof Debit || command instanceof Credit || command instanceof Hold;
            if (step) {
                then.thenRefused(ACCOUNT_NOT_FOUND);
            } else {
                then.thenRefusedWithoutTrace(ACCOUNT_NOT_FOUND);
            }
        } else if (stage.state() instanceof AccountState.Closed) {
            then.thenRefused(command instanceof Open ? ACCOUNT_EXISTS : ACCOUNT_CLOSED);
        }
    }

    @Test
    void open_opens_whenAbsent() {
        given().when(new Open("Alice", "EUR", 0, Map.of("tier", "gold"))).then(OPENED);
    }

    @Test
    void open_isRejected_whenOpen() {
        given(OPENED).when(new Open("Bob", "USD", 0, Map.of())).thenRefused(ACCOUNT_EXISTS);
    }

    @Test
    void deposit_carriesTheBalanceAndTheTotalAfter() {
        given(OPENED, HUNDRED)
                .when(new Deposit(50, EARLIER, "salary"))
                .then(new Deposited(ID, "EUR", 50, 150, 150, EARLIER, "salary"));
    }

    @Test
    void deposit_countsWhenItIsRecorded_whenNothingElseIsSaid() {
        given(OPENED).when(new Deposit(100, null, null)).then(HUNDRED);
    }

    @Test
    void deposit_isRejected_whenTheBalanceWouldOverflow() {
        given(OPENED, HUNDRED).when(new Deposit(Long.MAX_VALUE, null, null)).thenRefused(AMOUNT_OVERFLOW);
        given(OPENED, HUNDRED)
                .when(new Deposit(Long.MAX_VALUE - 100, null, null))
                .then(new Deposited(ID, "EUR", Long.MAX_VALUE - 100, Long.MAX_VALUE, Long.MAX_VALUE, NOW, null));
    }

    @Test
    void deposit_isRejected_whenTheTotalWouldOverflow() {
        var all = new Withdrawn(ID, "EUR", 100, 0, 100, NOW, null);
        given(OPENED, HUNDRED, all)
                .when(new Deposit(Long.MAX_VALUE - 99, null, null))
                .thenRefused(AMOUNT_OVERFLOW);
    }

    @Test
    void deposit_isRejected_whenWhatIsAvailableWouldOverflow() {
        given(opened(1)).when(new Deposit(Long.MAX_VALUE, null, null)).thenRefused(AMOUNT_OVERFLOW);
    }

    @Test
    void withdraw_takesAllThatIsThere() {
        var answer = given(OPENED, HUNDRED)
                .when(new Withdraw(100, null, null))
                .then(new Withdrawn(ID, "EUR", 100, 0, 100, NOW, null))
                .answer();
        assertThat(answer).isEqualTo(new AccountAnswer(ID, 0, 0, 0));
    }

    @Test
    void withdraw_isRejected_whenBalanceTooLow() {
        given(OPENED, HUNDRED).when(new Withdraw(101, null, null)).thenRefused(INSUFFICIENT_FUNDS);
    }

    @Test
    void withdraw_goesBelowZero_asFarAsTheOverdraftLimit() {
        given(opened(30), HUNDRED)
                .when(new Withdraw(130, null, null))
                .then(new Withdrawn(ID, "EUR", 130, -30, 130, NOW, null));
        given(opened(30), HUNDRED).when(new Withdraw(131, null, null)).thenRefused(INSUFFICIENT_FUNDS);
    }

    @Test
    void withdraw_isRejected_whenTheMoneyIsHeld() {
        given(OPENED, HUNDRED, SIXTY_HELD).when(new Withdraw(41, null, null)).thenRefused(INSUFFICIENT_FUNDS);
    }

    @Test
    void hold_setsMoneyAside() {
        var answer = given(OPENED, HUNDRED)
                .when(new Hold("t1", "t1/0", 60, "EUR"))
                .then(SIXTY_HELD)
                .answer();
        assertThat(answer).isEqualTo(new AccountAnswer(ID, 100, 60, 40));
    }

    @Test
    void hold_isRejected_whenBalanceTooLowOrOfAnotherCurrency() {
        given(OPENED, HUNDRED, SIXTY_HELD)
                .when(new Hold("t2", "t2/0", 41, "EUR"))
                .thenRefused(INSUFFICIENT_FUNDS);
        given(OPENED, HUNDRED).when(new Hold("t2", "t2/0", 1, "USD")).thenRefused(CURRENCY_MISMATCH);
    }

    @Test
    void hold_isRejected_whenThereAreTooMany() {
        var events = new ArrayList<AccountEvent>(
                List.of(OPENED, new Deposited(ID, "EUR", 10_000, 10_000, 10_000, NOW, null)));
        for (int n = 1; n <= AccountDecider.MAX_HOLDS; n++) {
            events.add(new HoldPlaced(ID, "t" + n, "t" + n + "/0", 1, n));
        }
        given(events.toArray(AccountEvent[]::new))
                .when(new Hold("t", "t/0", 1, "EUR"))
                .thenRefused(TOO_MANY_HOLDS);
    }

    @Test
    void capture_ofAPart_givesTheRestBack() {
        var answer = given(OPENED, HUNDRED, SIXTY_HELD)
                .when(new Capture("t1/0", 25, null, null))
                .then(new HoldCaptured(ID, "EUR", "t1", "t1/0", 25, 0, 75, 25, NOW, null))
                .answer();
        assertThat(answer).isEqualTo(new AccountAnswer(ID, 75, 0, 75));
    }

    @Test
    void capture_isRejected_whenAboveTheHoldOrWithoutOne() {
        given(OPENED, HUNDRED, SIXTY_HELD)
                .when(new Capture("t1/0", 61, null, null))
                .thenRefused(INSUFFICIENT_FUNDS);
        given(OPENED, HUNDRED, SIXTY_HELD)
                .when(new Capture("t1/1", 1, null, null))
                .thenRefused(HOLD_NOT_FOUND);
    }

    @Test
    void release_givesTheHoldBack_once() {
        var released = new HoldReleased(ID, "t1", "t1/0", 60, 0);
        given(OPENED, HUNDRED, SIXTY_HELD).when(new Release("t1/0")).then(released);
        given(OPENED, HUNDRED, SIXTY_HELD, released).when(new Release("t1/0")).thenRefused(HOLD_NOT_FOUND);
    }

    @Test
    void debit_takesMoneyOut_whenThereIsEnough() {
        given(OPENED, HUNDRED)
                .when(new Debit("t1", "t1/0", 100, "EUR", TRANSFER, null, "rent"))
                .then(new Debited(ID, "EUR", "t1", "t1/0", TRANSFER, 100, 0, 100, NOW, "rent"));
        given(OPENED, HUNDRED)
                .when(new Debit("t1", "t1/0", 101, "EUR", TRANSFER, null, null))
                .thenRefused(INSUFFICIENT_FUNDS);
        given(OPENED, HUNDRED)
                .when(new Debit("t1", "t1/0", 1, "USD", TRANSFER, null, null))
                .thenRefused(CURRENCY_MISMATCH);
    }

    @Test
    void credit_bringsMoneyIn() {
        given(OPENED, HUNDRED)
                .when(new Credit("t1", "t1/0", 5, "EUR", REFUND, EARLIER, null))
                .then(new Credited(ID, "EUR", "t1", "t1/0", REFUND, 5, 105, 5, EARLIER, null));
        given(OPENED)
                .when(new Credit("t1", "t1/0", 5, "CHF", REFUND, EARLIER, null))
                .thenRefused(CURRENCY_MISMATCH);
        given(OPENED, HUNDRED)
                .when(new Credit("t1", "t1/0", Long.MAX_VALUE, "EUR", REFUND, null, null))
                .thenRefused(AMOUNT_OVERFLOW);
    }

    @Test
    void amend_changesWhatIsNamed_andKeepsTheRest() {
        given(OPENED).when(new Amend(20L, null)).then(new Amended(ID, 20, Map.of("tier", "gold")));
        given(opened(7)).when(new Amend(null, Map.of("a", "b"))).then(new Amended(ID, 7, Map.of("a", "b")));
    }

    @Test
    void amend_isRejected_whenTheLimitDoesNotCoverWhatIsOverdrawn() {
        var overdrawn = new Withdrawn(ID, "EUR", 30, -30, 30, NOW, null);
        given(opened(30), overdrawn).when(new Amend(29L, null)).thenRefused(OVERDRAFT_LIMIT_TOO_LOW);
        given(opened(30), overdrawn).when(new Amend(30L, null)).then(new Amended(ID, 30, Map.of("tier", "gold")));
    }

    @Test
    void amend_isRejected_whenWhatIsAvailableWouldOverflow() {
        given(OPENED, HUNDRED).when(new Amend(Long.MAX_VALUE, null)).thenRefused(AMOUNT_OVERFLOW);
    }

    @Test
    void close_closes_whenEmpty() {
        given(OPENED).when(new Close()).then(new Closed(ID));
    }

    @Test
    void close_isRejected_whenMoneyIsThereOwedOrHeld() {
        given(OPENED, HUNDRED).when(new Close()).thenRefused(ACCOUNT_NOT_EMPTY);
        given(opened(30), new Withdrawn(ID, "EUR", 30, -30, 30, NOW, null))
                .when(new Close())
                .thenRefused(ACCOUNT_NOT_EMPTY);
        given(opened(60), SIXTY_HELD).when(new Close()).thenRefused(ACCOUNT_NOT_EMPTY);
    }
}
