package io.varve.gatling.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Every signal of a run, to be held against what is read. It grows as long as the fleet drives. */
final class SignalLog implements Consumer<Signal> {
    private final Map<Signal.Key, Signal> signals = new ConcurrentHashMap<>();

    @Override
    public void accept(Signal signal) {
        signals.put(signal.key(), signal);
    }

    /** Whether this is a signal of the vehicle, as it was sent. */
    boolean has(String vehicleId, JsonNode shown) {
        Signal signal = shown.has("at") ? signals.get(Signal.Key.of(vehicleId, shown)) : null;
        return signal != null && signal.isShownBy(shown);
    }

    long count(Predicate<Signal> which) {
        return signals.values().stream().filter(which).count();
    }
}
