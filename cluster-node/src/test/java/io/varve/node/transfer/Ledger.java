package io.varve.node.transfer;

import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Outcome;
import io.varve.node.entity.Saga.Step;
import io.varve.node.transfer.TransferState.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Accounts and transfers without actors; steps are sent, repeated, lost and answered as a test says. */
final class Ledger {
    private final Map<String, InMemoryEntity<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal>> accounts =
            new TreeMap<>();
    private final Map<String, InMemoryEntity<TransferCommand, TransferEvent, ?, TransferAnswer, TransferRefusal>>
            transfers = new TreeMap<>();
    /** Answers on their way to their saga; they may arrive late, twice or never. */
    private final List<Answer> answers = new ArrayList<>();

    private final Random random;
    private int commands;

    private record Answer(String transferId, Step step, Outcome<?, ?> outcome) {}

    Ledger(long seed) {
        random = new Random(seed);
    }

    InMemoryEntity<AccountCommand, AccountEvent, ?, AccountAnswer, AccountRefusal> account(String id) {
        return accounts.computeIfAbsent(id, key -> new InMemoryEntity<>(AccountKind.create(), key));
    }

    InMemoryEntity<TransferCommand, TransferEvent, ?, TransferAnswer, TransferRefusal> transfer(String id) {
        return transfers.computeIfAbsent(id, key -> new InMemoryEntity<>(TransferKind.create(), key));
    }

    void submit(String accountId, AccountCommand command) {
        account(accountId).submit("c" + commands++, command);
    }

    void submit(String transferId, TransferCommand command) {
        transfer(transferId)
                .submit(command instanceof TransferCommand.Request ? Transfers.REQUEST_ID : "c" + commands++, command);
    }

    List<String> transferIds() {
        return List.copyOf(transfers.keySet());
    }

    /** One thing happens to a random saga: it crashes, a step is sent, or sent again, or an answer arrives. */
    void disturb() {
        var ids = transferIds();
        String id = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(12) == 0) {
            transfer(id).crash();
        } else if (random.nextInt(3) > 0) {
            // Whether it was sent before or not: after a crash the driver does not know either.
            transfer(id).due().ifPresent(step -> answers.add(new Answer(id, step, carryOut(step))));
        } else if (!answers.isEmpty()) {
            int n = random.nextInt(answers.size());
            var answer = random.nextBoolean() ? answers.get(n) : answers.remove(n);
            if (random.nextInt(4) > 0) {
                transfer(answer.transferId()).answered(answer.step(), answer.outcome());
            }
        }
    }

    /** Nobody disturbs any more: every saga goes on until nothing is due. */
    void settle() {
        for (int rounds = 0; rounds < 10_000; rounds++) {
            boolean rests = true;
            for (String id : transferIds()) {
                var due = transfer(id).due();
                if (due.isPresent()) {
                    rests = false;
                    transfer(id).answered(due.get(), carryOut(due.get()));
                }
            }
            if (rests) {
                return;
            }
        }
        throw new AssertionError("some saga never rests");
    }

    private Outcome<?, ?> carryOut(Step step) {
        return step.command() instanceof AccountCommand command
                ? account(step.entityId()).submit(step.stepId(), command)
                : transfer(step.entityId()).submit(step.stepId(), (TransferCommand) step.command());
    }

    long depositedMinusWithdrawn() {
        long sum = 0;
        for (var account : accounts.values()) {
            for (var event : account.events()) {
                if (event instanceof AccountEvent.Deposited e) {
                    sum += e.amountMinor();
                } else if (event instanceof AccountEvent.Withdrawn e) {
                    sum -= e.amountMinor();
                }
            }
        }
        return sum;
    }

    long balances() {
        return accounts.keySet().stream()
                .mapToLong(id -> answer(id).balanceMinor())
                .sum();
    }

    long held() {
        return accounts.keySet().stream()
                .mapToLong(id -> answer(id).heldMinor())
                .sum();
    }

    AccountAnswer answer(String accountId) {
        return account(accountId).answer();
    }

    /** What transfers have taken out and not brought in or back, by what the transfers recorded. */
    long inFlight() {
        long sum = 0;
        for (var transfer : transfers.values()) {
            for (var event : transfer.events()) {
                if (event instanceof TransferEvent.StepDone e) {
                    sum += switch (e.step()) {
                        case DEBIT, CAPTURE, RECALL -> e.amountMinor();
                        case CREDIT, REFUND -> -e.amountMinor();
                        case HOLD, RELEASE -> 0;
                    };
                }
            }
        }
        return sum;
    }

    /** By how much a transfer has changed each account, by what the accounts recorded. */
    Map<String, Long> effects(String transferId) {
        var effects = new HashMap<String, Long>();
        accounts.forEach((id, account) -> account.events().forEach(event -> {
            if (event instanceof AccountEvent.Debited e && e.transferId().equals(transferId)) {
                effects.merge(id, -e.amountMinor(), Long::sum);
            } else if (event instanceof AccountEvent.HoldCaptured e
                    && e.transferId().equals(transferId)) {
                effects.merge(id, -e.amountMinor(), Long::sum);
            } else if (event instanceof AccountEvent.Credited e
                    && e.transferId().equals(transferId)) {
                effects.merge(id, e.amountMinor(), Long::sum);
            }
        }));
        effects.values().removeIf(amountMinor -> amountMinor == 0);
        return effects;
    }

    /** By how much its postings say that a transfer changes each account. */
    static Map<String, Long> wanted(List<Leg> legs) {
        var effects = new HashMap<String, Long>();
        legs.stream().map(Leg::posting).forEach(posting -> {
            effects.merge(posting.from(), -posting.amountMinor(), Long::sum);
            effects.merge(posting.to(), posting.amountMinor(), Long::sum);
        });
        effects.values().removeIf(amountMinor -> amountMinor == 0);
        return effects;
    }
}
