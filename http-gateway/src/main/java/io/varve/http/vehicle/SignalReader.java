package io.varve.http.vehicle;

import io.varve.http.web.Bodies;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the signals of one vehicle out of a body. */
final class SignalReader {
    static final int MAX_SIGNALS = 1_000;

    private SignalReader() {}

    /**
     * One signal, or an array of them.
     *
     * @throws ProblemException that names the field, in an array with its index: {@code [3].lat}
     */
    static List<Signal> read(byte[] body, Instant now) {
        return startsWithBracket(body)
                ? checked("", Bodies.readList(body, RawSignal.class), now)
                : List.of(Bodies.read(body, RawSignal.class).checked(now));
    }

    private static boolean startsWithBracket(byte[] body) {
        for (byte b : body) {
            if (b > ' ') {
                return b == '[';
            }
        }
        return false;
    }

    /** @param name what the list is called, or nothing */
    static List<Signal> checked(String name, List<RawSignal> raw, Instant now) {
        if (raw.isEmpty() || raw.size() > MAX_SIGNALS) {
            throw ProblemException.invalid(
                    name.isEmpty() ? null : name, "The signals must be 1 to " + MAX_SIGNALS + " at a time");
        }
        var signals = new ArrayList<Signal>(raw.size());
        for (var signal : raw) {
            try {
                signals.add(Fields.required("signal", signal).checked(now));
            } catch (ProblemException e) {
                throw e.within(name + "[" + signals.size() + "]");
            }
        }
        return signals;
    }
}
