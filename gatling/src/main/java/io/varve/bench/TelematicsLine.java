package io.varve.bench;

/** What is measured of vehicles. */
enum TelematicsLine {
    /** Signals in batches of one vehicle. */
    BATCHES,
    /** Signals of mixed vehicles in streams. */
    STREAMS,
    /** Average speeds over a day. */
    AVERAGES,
    /** Speeds of a week by the hour, of few signals and of many. */
    WEEK,
    /** From acknowledgement to live event. */
    LIVE
}
