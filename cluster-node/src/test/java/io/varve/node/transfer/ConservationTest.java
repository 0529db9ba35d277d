package io.varve.node.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.account.AccountCommand;
import io.varve.node.transfer.TransferState.Ended;
import io.varve.node.transfer.TransferState.Held;
import io.varve.node.transfer.TransferState.Parked;
import io.varve.node.transfer.TransferState.Underway;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Money is neither made nor lost, however transfers overlap, steps repeat and answers go astray. */
class ConservationTest {
    /** Euro accounts; "dollars" holds another currency and "nobody" is never opened. */
    private static final List<String> ACCOUNTS = List.of("a", "b", "c", "d", "e", "dollars", "nobody");

    private static final int STEPS = 250;

    @Property(tries = 300)
    void money_isConserved_whateverHappensToTheSagas(@ForAll long seed) {
        var random = new Random(seed);
        var ledger = new Ledger(random.nextLong());
        open(ledger);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(8) == 0) {
                request(ledger, random, "t" + step);
            } else if (random.nextInt(8) == 0) {
                useAnAccount(ledger, random);
            } else if (!ledger.transferIds().isEmpty()) {
                if (random.nextInt(6) == 0) {
                    useATransfer(ledger, random);
                }
                ledger.disturb();
            }
        }
        ledger.settle();

        assertThat(ledger.balances() + ledger.inFlight()).isEqualTo(ledger.depositedMinusWithdrawn());
        long parkedMinor = 0;
        long heldMinor = 0;
        for (String id : ledger.transferIds()) {
            var state = (TransferState) ledger.transfer(id).state();
            Statistics.collect(ledger.transfer(id).answer().status());
            if (state instanceof Parked parked) {
                parkedMinor += inFlight(parked.underway());
            } else {
                assertThat(ledger.effects(id)).as(id + " " + state).isEqualTo(expected(state));
            }
            if (state instanceof Held held) {
                heldMinor += held.legs().stream()
                        .mapToLong(leg -> leg.posting().amountMinor())
                        .sum();
            }
            assertThat((Object) ledger.transfer(id).replayed()).isEqualTo(state);
        }
        assertThat(ledger.inFlight()).isEqualTo(parkedMinor);
        // What a parked transfer holds is released before anything that can be refused.
        assertThat(ledger.held()).isEqualTo(heldMinor);
    }

    private static void open(Ledger ledger) {
        for (String id : ACCOUNTS.subList(0, 6)) {
            String currency = id.equals("dollars") ? "USD" : "EUR";
            ledger.submit(id, new AccountCommand.Open("o", currency, id.equals("a") ? 200 : 0, Map.of()));
            ledger.submit(id, new AccountCommand.Deposit(300, null, null));
        }
    }

    private static void request(Ledger ledger, Random random, String id) {
        var postings = random.ints(1 + random.nextInt(3), 0, ACCOUNTS.size())
                .mapToObj(from -> {
                    // Mostly between accounts of one currency, or nothing would ever be completed.
                    int to = random.nextInt(random.nextInt(4) == 0 ? ACCOUNTS.size() : 5);
                    return new Posting(
                            ACCOUNTS.get(random.nextInt(4) == 0 ? from : from % 5),
                            ACCOUNTS.get(to),
                            1 + random.nextInt(150));
                })
                .toList();
        ledger.submit(id, new TransferCommand.Request("EUR", postings, null, random.nextInt(3) == 0, null, null, null));
    }

    private static void useAnAccount(Ledger ledger, Random random) {
        String id = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        ledger.submit(
                id,
                switch (random.nextInt(4)) {
                    case 0 -> new AccountCommand.Deposit(1 + random.nextInt(100), null, null);
                    case 1 -> new AccountCommand.Close();
                    default ->
                        new AccountCommand.Withdraw(
                                Math.max(1, ledger.answer(id).availableMinor()), null, null);
                });
    }

    private static void useATransfer(Ledger ledger, Random random) {
        var ids = ledger.transferIds();
        String id = ids.get(random.nextInt(ids.size()));
        ledger.submit(
                id,
                switch (random.nextInt(6)) {
                    case 0 -> new TransferCommand.Post(null);
                    case 1 -> new TransferCommand.Post(1L + random.nextInt(100));
                    case 2 -> new TransferCommand.Void();
                    case 3 -> new TransferCommand.Expire();
                    case 4 -> new TransferCommand.Retry();
                    default -> new TransferCommand.Reverse();
                });
    }

    private static long inFlight(Underway underway) {
        return underway.legs().stream()
                .mapToLong(leg -> {
                    boolean out = leg.source() == TransferState.Leg.Source.DEBITED;
                    boolean in = leg.target() == TransferState.Leg.Target.CREDITED;
                    return out && !in ? leg.posting().amountMinor() : 0;
                })
                .sum();
    }

    private static Map<String, Long> expected(TransferState state) {
        if (!(state instanceof Ended ended)) {
            assertThat(state).isInstanceOf(Held.class);
            return Map.of();
        }
        return switch (ended.ending().status()) {
            case COMPLETED, REVERSED -> Ledger.wanted(ended.legs());
            case REJECTED, ROLLED_BACK, VOIDED, EXPIRED -> Map.of();
            case ACCEPTED, HELD, PARKED -> throw new AssertionError(ended);
        };
    }
}
