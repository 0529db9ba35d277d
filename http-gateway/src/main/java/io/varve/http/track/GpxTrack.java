package io.varve.http.track;

import io.varve.read.vehicle.SignalView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * GPX 1.1. Speed and course are told by Garmin's extension of track points, which most programs know; GPX itself has no
 * place for them. The speed is in m/s there.
 */
final class GpxTrack implements TrackWriter {
    private static final String GPX = "http://www.topografix.com/GPX/1/1";
    private static final String GARMIN = "http://www.garmin.com/xmlschemas/TrackPointExtension/v2";
    private static final double KMH_PER_METER_PER_SECOND = 3.6;
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Track track;
    private final XMLStreamWriter xml;

    GpxTrack(Track track, OutputStream out) {
        this.track = track;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK writes no XML", e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void carryOut(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void begin() throws IOException {
        carryOut(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("gpx");
            xml.writeDefaultNamespace(GPX);
            xml.writeNamespace("gpxtpx", GARMIN);
            xml.writeAttribute("version", "1.1");
            xml.writeAttribute("creator", "Varve");
            xml.writeStartElement("trk");
            var vehicle = track.vehicle();
            element("name", NOT_XML.matcher(vehicle.profile().label()).replaceAll(""));
            if (track.truncated()) {
                element("cmt", "truncated");
            }
            if (vehicle.profile().kind() != null) {
                element("type", vehicle.profile().kind());
            }
            xml.writeStartElement("trkseg");
        });
    }

    @Override
    public void write(SignalView view) throws IOException {
        var signal = view.signal();
        carryOut(() -> {
            xml.writeStartElement("trkpt");
            xml.writeAttribute("lat", decimal(signal.lat()));
            xml.writeAttribute("lon", decimal(signal.lon()));
            element("time", signal.at().toString());
            if (signal.speedKmh() != null || signal.bearing() != null) {
                movement(signal.speedKmh(), signal.bearing());
            }
            xml.writeEndElement();
        });
    }

    private void movement(Double speedKmh, Double bearing) throws XMLStreamException {
        xml.writeStartElement("extensions");
        xml.writeStartElement("gpxtpx:TrackPointExtension");
        if (speedKmh != null) {
            element("gpxtpx:speed", decimal(speedKmh / KMH_PER_METER_PER_SECOND));
        }
        if (bearing != null) {
            element("gpxtpx:course", decimal(bearing));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** As {@code xsd:decimal} has it, which knows no exponents. */
    private static String decimal(double value) {
        return java.math.BigDecimal.valueOf(value).toPlainString();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void end() throws IOException {
        carryOut(xml::writeEndDocument);
    }

    @Override
    public void flush() throws IOException {
        carryOut(xml::flush);
    }
}
