package io.varve.http.track;

import io.varve.read.vehicle.SignalView;
import java.io.IOException;

/** Writes a track in some format, signal by signal. */
interface TrackWriter {
    /** What stands before the signals. */
    void begin() throws IOException;

    void write(SignalView signal) throws IOException;

    /** What stands after the signals. */
    void end() throws IOException;

    /** Gives out everything that was written so far. */
    void flush() throws IOException;
}
