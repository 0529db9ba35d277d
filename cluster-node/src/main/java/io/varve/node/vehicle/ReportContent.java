package io.varve.node.vehicle;

import io.varve.node.vehicle.VehicleCommand.Report;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * What the device sent, as bytes: the signals, without what the map said about them when they arrived. The same
 * signals have the same bytes on every node, now and later: repeats are recognised by them.
 */
final class ReportContent {
    private static final int SIGNAL_BYTES = 80;

    private final DataOutputStream out;

    private ReportContent(DataOutputStream out) {
        this.out = out;
    }

    static byte[] of(Report report) {
        var bytes = new ByteArrayOutputStream(SIGNAL_BYTES * report.sightings().size());
        var content = new ReportContent(new DataOutputStream(bytes));
        try {
            for (var sighting : report.sightings()) {
                content.write(sighting.signal());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(Signal signal) throws IOException {
        out.writeLong(signal.at().toEpochMilli());
        out.writeDouble(signal.lat());
        out.writeDouble(signal.lon());
        write(signal.speedKmh());
        write(signal.bearing());
        write(signal.odometerKm());
        write(signal.route());
        write(signal.trip());
        out.writeInt(signal.codes() == null ? -1 : signal.codes().size());
        if (signal.codes() != null) {
            for (String code : signal.codes()) {
                write(code);
            }
        }
        out.writeInt(signal.attributes().size());
        if (!signal.attributes().isEmpty()) {
            for (var attribute : new TreeMap<>(signal.attributes()).entrySet()) {
                write(attribute.getKey());
                write(attribute.getValue());
            }
        }
    }

    private void write(Double number) throws IOException {
        // No number that a device may send is NaN.
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private void write(String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }
}
