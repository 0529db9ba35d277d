package io.varve.read.speed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Where the model is kept, beside what is written as rows. */
interface SpeedStore {
    /**
     * Makes the caller the only one who may say how far a share is: whoever was it before is so no longer.
     *
     * @return what it has to show from now on
     */
    CompletionStage<Long> takeOver(int share);

    /** Whether nobody else has taken over the share meanwhile. */
    CompletionStage<Boolean> holds(int share, long holder);

    /** The outlines that are folded: of each vehicle of the share, up to the revision that is kept for it. */
    CompletionStage<Set<Outline>> folded(int share);

    /**
     * Records that an outline is folded, or is so no longer.
     *
     * @return false, and nothing is recorded, when somebody else has taken over the share
     */
    CompletionStage<Boolean> setFolded(int share, long holder, Outline outline, boolean isFolded);

    /** Whether the outline is folded in the share. */
    CompletionStage<Boolean> isFolded(int share, Outline outline);

    /** The vehicles of a share, each with the revision up to which all its events are in the parts. */
    CompletionStage<Map<String, Long>> vehicles(int share);

    /** The parts of an hour, also those of outlines that no region has any more. */
    CompletionStage<List<StoredPart>> parts(int share, long hour);

    /**
     * An hour of a group.
     *
     * @param stats of one share of the vehicles
     */
    record StoredHour(long hour, SpeedStats stats) {}

    /**
     * The hours of a group in a month.
     *
     * @param first the first hour
     * @param last the last hour, included
     */
    CompletionStage<List<StoredHour>> hours(SpeedGroup group, int month, Instant first, Instant last);

    /**
     * A day of a group.
     *
     * @param day the number of the day (UTC) since the epoch
     * @param counts how many signals each hour counts, of one share of the vehicles
     */
    record StoredDay(long day, long[] counts) {}

    /**
     * How many signals each hour of a group in a month counts.
     *
     * @param first the first day
     * @param last the last day, included
     */
    CompletionStage<List<StoredDay>> days(SpeedGroup group, int month, Instant first, Instant last);
}
