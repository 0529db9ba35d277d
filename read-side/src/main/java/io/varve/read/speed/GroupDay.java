package io.varve.read.speed;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** A day (UTC) of a group as it was read. */
final class GroupDay {
    private final long[] counts;
    private final SpeedStats[] hours;
    private final long readNanoTime;
    /** Worked out when first asked for; that two threads may do it twice is harmless. */
    private Optional<SpeedStats> sum;

    /**
     * @param counts how many signals each hour counted before the hours were read
     * @param hours null where there is none
     */
    GroupDay(long[] counts, SpeedStats[] hours, long readNanoTime) {
        this.counts = counts.clone();
        this.hours = hours.clone();
        this.readNanoTime = readNanoTime;
    }

    static GroupDay empty() {
        return new GroupDay(new long[SpeedTables.HOURS], new SpeedStats[SpeedTables.HOURS], 0);
    }

    /** The same as of a later time. */
    GroupDay at(long nanoTime) {
        var later = new GroupDay(counts, hours, nanoTime);
        later.sum = sum;
        return later;
    }

    /** The hours of the day that count differently now. */
    List<Integer> changed(long[] countsNow) {
        return IntStream.range(0, SpeedTables.HOURS)
                .filter(hour -> counts[hour] != countsNow[hour])
                .boxed()
                .toList();
    }

    long readNanoTime() {
        return readNanoTime;
    }

    Optional<SpeedStats> hour(int ofDay) {
        return Optional.ofNullable(hours[ofDay]);
    }

    SpeedStats[] hours() {
        return hours.clone();
    }

    /** The whole day. */
    Optional<SpeedStats> sum() {
        var known = sum;
        if (known == null) {
            known = SpeedStats.sum(Arrays.stream(hours).filter(Objects::nonNull).toList());
            sum = known;
        }
        return known;
    }

    /** How many hours it holds. */
    int size() {
        return (int) Arrays.stream(hours).filter(Objects::nonNull).count();
    }
}
