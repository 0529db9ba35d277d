package io.varve.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Who reports where.
 *
 * @param loaded by batches, under load
 * @param streamed by NDJSON, under load
 * @param day all of yesterday
 * @param fewWeek all of the seven days before today, few signals
 * @param manyWeek the same days, many signals
 * @param live now
 * @param signals of the day, and of the week with many
 * @param fewSignals of the other week
 */
record TelematicsAreas(
        Area loaded, Area streamed, Area day, Area fewWeek, Area manyWeek, Area live, int signals, int fewSignals) {
    static final int VEHICLES = 1_000;
    static final Duration DAY = Duration.ofDays(1);
    static final Duration WEEK = Duration.ofDays(7);
    private static final int FEW_VEHICLES = 100;
    private static final int DAY_REGIONS = 20;
    private static final int WEEK_REGIONS = 50;
    private static final Duration SPACING = Duration.ofSeconds(1);

    static TelematicsAreas of(String runId, int signals, int fewSignals) {
        Instant today =
                LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
        // Vehicles report a second of their own time with each signal, and run ahead of the clock under load.
        Instant yesterday = Instant.now().minus(DAY).truncatedTo(ChronoUnit.SECONDS);
        Duration ofDay = DAY.dividedBy(signals / VEHICLES);
        Duration ofWeek = WEEK.dividedBy(signals / VEHICLES);
        Duration ofFewWeek = WEEK.dividedBy(fewSignals / FEW_VEHICLES);
        return new TelematicsAreas(
                new Area(runId + "-load", DAY_REGIONS, VEHICLES, yesterday, SPACING),
                new Area(runId + "-stream", DAY_REGIONS, VEHICLES, yesterday, SPACING),
                new Area(runId + "-day", DAY_REGIONS, VEHICLES, today.minus(DAY), ofDay),
                new Area(runId + "-few", WEEK_REGIONS, FEW_VEHICLES, today.minus(WEEK), ofFewWeek),
                new Area(runId + "-many", WEEK_REGIONS, VEHICLES, today.minus(WEEK), ofWeek),
                new Area(runId + "-live", DAY_REGIONS, VEHICLES, yesterday, SPACING),
                signals,
                fewSignals);
    }

    /** Whether every vehicle of the areas gets whole batches. */
    static boolean fits(int signals, int fewSignals) {
        int least = VEHICLES * SignalText.BATCH;
        int fewLeast = FEW_VEHICLES * SignalText.BATCH;
        return signals >= least && signals % least == 0 && fewSignals >= fewLeast && fewSignals % fewLeast == 0;
    }
}
