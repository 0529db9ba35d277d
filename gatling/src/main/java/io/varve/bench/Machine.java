package io.varve.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Locale;

/** What everything runs on. */
final class Machine {
    private Machine() {}

    /** The date, and the machine as it is before the load. */
    static String now() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores shared by all sides and the load, load average before %.1f, Java %s",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.version"));
    }
}
