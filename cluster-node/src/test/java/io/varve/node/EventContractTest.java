package io.varve.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.account.AccountRefusal;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Json;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostKind;
import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionKind;
import io.varve.node.route.RouteEvent;
import io.varve.node.route.RouteKind;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferKind;
import io.varve.node.transfer.TransferRefusal;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.TransferStep;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserKind;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The journal's JSON is a published contract: what is in the approved files can be read for ever, and is what
 * we write. A changed event gets a file more (name.2.json), read only; no approved file is ever changed.
 */
class EventContractTest {
    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final Instant EFFECTIVE = Instant.parse("2026-02-28T10:30:00.123456Z");

    private static final List<AccountEvent> OF_AN_ACCOUNT = List.of(
            new AccountEvent.Opened("alice", "Alice", "EUR", 500, Map.of("branch", "Basel", "tier", "gold")),
            new AccountEvent.Amended("alice", 700, Map.of("tier", "silver")),
            new AccountEvent.Deposited("alice", "EUR", 1_000, 1_500, 4_000, EFFECTIVE, "salary"),
            new AccountEvent.Withdrawn("alice", "EUR", 200, 1_300, 2_700, EFFECTIVE, null),
            new AccountEvent.Closed("alice"),
            new AccountEvent.HoldPlaced("alice", "t1", "t1/0", 300, 350),
            new AccountEvent.HoldCaptured("alice", "EUR", "t1", "t1/0", 250, 50, 1_050, 250, EFFECTIVE, "rent"),
            new AccountEvent.HoldReleased("alice", "t1", "t1/0", 300, 50),
            new AccountEvent.Debited(
                    "alice", "EUR", "t2", "t2/1", DebitPurpose.RECALL, 40, 1_010, 290, EFFECTIVE, "rent"),
            new AccountEvent.Credited(
                    "alice", "EUR", "t2", "t2/1", CreditPurpose.REFUND, 40, 1_050, 40, EFFECTIVE, "rent"),
            new AccountEvent.CommandRefused("alice", "withdraw", AccountRefusal.INSUFFICIENT_FUNDS));

    private static final List<TransferEvent> OF_A_TRANSFER = List.of(
            new TransferEvent.Requested(
                    "t1",
                    "EUR",
                    List.of(new Posting("alice", "bob", 60), new Posting("carol", "dave", 40)),
                    "rent",
                    true,
                    Instant.parse("2026-03-31T00:00:00Z"),
                    EFFECTIVE,
                    "t0"),
            new TransferEvent.StepDone(TransferStep.HOLD, 1, "carol", 40),
            new TransferEvent.StepRefused(TransferStep.CREDIT, 0, "bob", "account-closed"),
            new TransferEvent.Held(),
            new TransferEvent.Posted(List.of(new Posting("alice", "bob", 25))),
            new TransferEvent.VoidRequested(),
            new TransferEvent.ExpiryDue(),
            new TransferEvent.Completed(),
            new TransferEvent.Undone(TransferStatus.ROLLED_BACK, "account-closed"),
            new TransferEvent.Parked(TransferStep.RECALL, 0, "bob", "insufficient-funds"),
            new TransferEvent.Retried(1),
            new TransferEvent.ReversalRequested("t1:reversal"),
            new TransferEvent.ReversalStarted("t1:reversal"),
            new TransferEvent.Reversed("t1:reversal"),
            new TransferEvent.ReversalRefused("t1:reversal", "insufficient-funds"),
            new TransferEvent.OriginalNotified("t0"),
            new TransferEvent.CommandRefused("void", TransferRefusal.TRANSFER_NOT_HELD));

    static Stream<Arguments> events() {
        return Stream.of(
                        of(AccountKind.NAME, AccountEvent.class, OF_AN_ACCOUNT),
                        of(TransferKind.NAME, TransferEvent.class, OF_A_TRANSFER),
                        of(VehicleKind.NAME, VehicleEvent.class, TelematicsEvents.OF_A_VEHICLE),
                        of(RegionKind.NAME, RegionEvent.class, TelematicsEvents.OF_A_REGION),
                        of(RouteKind.NAME, RouteEvent.class, TelematicsEvents.OF_A_ROUTE),
                        of(UserKind.NAME, UserEvent.class, SocialEvents.OF_A_USER),
                        of(PostKind.NAME, PostEvent.class, SocialEvents.OF_A_POST),
                        of(CrowdKind.NAME, CrowdEvent.class, SocialEvents.OF_A_CROWD))
                .flatMap(Function.identity());
    }

    private static <E> Stream<Arguments> of(String kind, Class<E> root, List<? extends E> events) {
        return events.stream().map(event -> Arguments.of(kind, root, event));
    }

    static Stream<Class<?>> sealedRoots() {
        return Stream.concat(
                Stream.of(Outcome.class),
                StreamSupport.stream(Kinds.all().all().spliterator(), false)
                        .flatMap(kind -> Stream.of(kind.commandType(), kind.eventType(), kind.stateType())));
    }

    static Stream<EntityKind<?, ?, ?, ?, ?>> kinds() {
        return StreamSupport.stream(Kinds.all().all().spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("events")
    void event_isWrittenAndReadAsApproved(String kind, Class<?> root, Object event) throws IOException {
        var written = Json.JOURNAL.readTree(Json.JOURNAL.writerFor(root).writeValueAsBytes(event));
        String name = written.get("type").textValue();
        assertThat(name).startsWith(kind + "-");
        Path file = APPROVED.resolve(kind).resolve(name + ".json");
        assertThat(file).as("approved file of " + event).exists();
        String approved = Files.readString(file);
        assertThat(written).isEqualTo(Json.JOURNAL.readTree(approved));
        assertThat((Object) Json.JOURNAL.readValue(approved, root)).isEqualTo(event);
    }

    @Test
    void everyEvent_hasAnExample() {
        var examples = events().<Class<?>>map(args -> args.get()[2].getClass());
        assertThat(examples)
                .containsExactlyInAnyOrderElementsOf(
                        kinds().flatMap(kind -> Arrays.stream(kind.eventType().getPermittedSubclasses()))
                                .toList());
    }

    /** Also the files of older versions, which nothing writes any more. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyApprovedFile_canBeRead(EntityKind<?, ?, ?, ?, ?> kind) throws IOException {
        try (var files = Files.list(APPROVED.resolve(kind.name()))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    (Object) Json.JOURNAL.readValue(Files.readString(file), kind.eventType()))
                            .isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("sealedRoots")
    void everySubtype_hasANameOfItsOwn(Class<?> root) {
        var named = root.getAnnotation(JsonSubTypes.class).value();
        assertThat(Arrays.stream(named).<Class<?>>map(JsonSubTypes.Type::value))
                .containsExactlyInAnyOrder(root.getPermittedSubclasses());
        assertThat(Arrays.stream(named).map(JsonSubTypes.Type::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }
}
