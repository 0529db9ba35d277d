package io.varve.http.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts bytes, as they come, into lines. Blank lines are counted and left out. */
final class LineCutter {
    private final int maxBytes;
    /** What has come of a line that has not ended; no more than the limit and one byte. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    private long number;

    LineCutter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The lines that end in these bytes. */
    List<Ndjson.Line> lines(byte[] bytes) {
        var lines = new ArrayList<Ndjson.Line>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                end(bytes, from, i, lines);
                from = i + 1;
            }
        }
        begin(bytes, from, bytes.length);
        return lines;
    }

    /** What is left when nothing more comes: the last line may have no end. */
    List<Ndjson.Line> rest() {
        var lines = new ArrayList<Ndjson.Line>();
        if (begun.size() > 0) {
            end(new byte[0], 0, 0, lines);
        }
        return lines;
    }

    private void begin(byte[] bytes, int from, int to) {
        begun.write(bytes, from, Math.min(to - from, maxBytes + 1 - begun.size()));
    }

    private void end(byte[] bytes, int from, int to, List<Ndjson.Line> lines) {
        number++;
        byte[] line;
        if (begun.size() == 0 && to - from <= maxBytes) {
            line = Arrays.copyOfRange(bytes, from, to);
        } else {
            begin(bytes, from, to);
            line = begun.toByteArray();
            begun.reset();
        }
        if (line.length > maxBytes) {
            lines.add(new Ndjson.Line(number, null));
        } else if (!isBlank(line)) {
            lines.add(new Ndjson.Line(number, line));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
