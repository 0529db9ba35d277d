package io.varve.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** Signals of an area as JSON, ready-made but for their times: the load must cost little beside the service. */
final class SignalText {
    /** Signals of a batch. */
    static final int BATCH = 100;

    private static final int SIGNALS_PER_CODES = 10;

    private final Area area;
    /** By region and place in a batch: what follows the time. */
    private final String[][] tails;

    /** @param withRegion whether signals name their region, for who cannot see where a point lies */
    SignalText(Area area, boolean withRegion) {
        this.area = area;
        tails = new String[area.regions()][BATCH];
        // The same for every side.
        Random random = new Random(area.prefix().hashCode());
        for (int region = 0; region < area.regions(); region++) {
            for (int i = 0; i < BATCH; i++) {
                tails[region][i] = String.format(
                        Locale.ROOT,
                        "\",\"lat\":%.6f,\"lon\":%.6f,\"speedKmh\":%.1f%s%s}",
                        area.anyLat(random),
                        area.anyLon(region, random),
                        random.nextDouble(20, 100),
                        i % SIGNALS_PER_CODES == 0 ? ",\"codes\":[\"P0301\",\"P0420\"]" : "",
                        withRegion ? ",\"region\":\"" + area.regionId(region) + "\"" : "");
            }
        }
    }

    /** An array of signals of a vehicle, from a number on. */
    String batch(int vehicle, long first) {
        return array(new StringBuilder(), vehicle, first, BATCH).toString();
    }

    private StringBuilder array(StringBuilder text, int vehicle, long first, int many) {
        for (int i = 0; i < many; i++) {
            text.append(i == 0 ? '[' : ',').append("{\"at\":\"");
            append(text, vehicle, first + i);
        }
        return text.append(']');
    }

    /** One signal. */
    String one(int vehicle, long number) {
        StringBuilder text = new StringBuilder("{\"at\":\"");
        append(text, vehicle, number);
        return text.toString();
    }

    /** A line that names its vehicle: one signal, or, if there are more, an array of them. */
    String line(int vehicle, long first, int many) {
        StringBuilder text = new StringBuilder("{\"vehicleId\":\"").append(area.vehicleId(vehicle));
        if (many == 1) {
            append(text.append("\",\"at\":\""), vehicle, first);
        } else {
            array(text.append("\",\"signals\":"), vehicle, first, many).append('}');
        }
        return text.append('\n').toString();
    }

    private void append(StringBuilder text, int vehicle, long number) {
        Instant at = area.moment(number);
        text.append(at).append(tails[area.regionOf(vehicle)][(int) (number % BATCH)]);
    }
}
