package io.varve.node.vehicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The moments of one day that are known. Devices mostly report at whole seconds, of which a day has few enough for 16 kB
 * of bits; what lies between takes a bitmap of its own.
 *
 * <p>The bitmaps are never changed once they are here.
 */
final class SeenDay {
    static final SeenDay NONE = new SeenDay(new RoaringBitmap(), new RoaringBitmap());

    private static final int SECOND_MILLIS = 1_000;

    /** Seconds of the day. */
    private final RoaringBitmap whole;
    /** Milliseconds of the day that are no whole seconds. */
    private final RoaringBitmap odd;

    private SeenDay(RoaringBitmap whole, RoaringBitmap odd) {
        this.whole = whole;
        this.odd = odd;
    }

    boolean contains(int millisOfDay) {
        return millisOfDay % SECOND_MILLIS == 0
                ? whole.contains(millisOfDay / SECOND_MILLIS)
                : odd.contains(millisOfDay);
    }

    SeenDay with(int[] millisOfDay) {
        var seconds = whole;
        var between = odd;
        for (int at : millisOfDay) {
            if (at % SECOND_MILLIS == 0) {
                seconds = seconds == whole ? whole.clone() : seconds;
                seconds.add(at / SECOND_MILLIS);
            } else {
                between = between == odd ? odd.clone() : between;
                between.add(at);
            }
        }
        return new SeenDay(seconds, between);
    }

    /** How many moments lie between whole seconds. */
    long odd() {
        return odd.getLongCardinality();
    }

    /** The same in less memory, if it can be had: signals every second are one run of seconds. */
    SeenDay compact() {
        return new SeenDay(compact(whole), compact(odd));
    }

    private static RoaringBitmap compact(RoaringBitmap bitmap) {
        var copy = bitmap.clone();
        copy.runOptimize();
        return copy;
    }

    /** What a snapshot holds: the bitmaps in the portable format of Roaring, null for an empty one. */
    record Stored(byte[] seconds, byte[] oddMillis) {}

    Stored stored() {
        return new Stored(bytes(whole), bytes(odd));
    }

    static SeenDay of(Stored stored) {
        return new SeenDay(bitmap(stored.seconds()), bitmap(stored.oddMillis()));
    }

    private static byte[] bytes(RoaringBitmap bitmap) {
        if (bitmap.isEmpty()) {
            return null;
        }
        var compact = compact(bitmap);
        var bytes = ByteBuffer.allocate(compact.serializedSizeInBytes());
        compact.serialize(bytes);
        return bytes.array();
    }

    private static RoaringBitmap bitmap(byte[] bytes) {
        var bitmap = new RoaringBitmap();
        if (bytes != null) {
            try {
                bitmap.deserialize(ByteBuffer.wrap(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException("not a bitmap", e);
            }
        }
        return bitmap;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SeenDay other && whole.equals(other.whole) && odd.equals(other.odd);
    }

    /** Of the counts, since equal bitmaps of different layout may have different hashes. */
    @Override
    public int hashCode() {
        return 31 * whole.getCardinality() + odd.getCardinality();
    }

    @Override
    public String toString() {
        return whole.getCardinality() + "+" + odd.getCardinality();
    }
}
