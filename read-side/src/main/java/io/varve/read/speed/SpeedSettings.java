package io.varve.read.speed;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * The settings of the model, read once from {@code varve.read.speed}; reference.conf explains each.
 *
 * @param pageWindow the least time between two pages of a worker
 * @param tick how often a worker looks whether the map has changed
 * @param foldSlice how long a worker gives new outlines their past before it looks for pages
 * @param partsInMemory about how many parts a worker keeps at hand
 * @param cachedHours about how many hours of groups a process keeps at hand for its queries
 * @param freshFor how long they are taken for up to date
 */
public record SpeedSettings(
        Duration pageWindow, Duration tick, Duration foldSlice, int partsInMemory, int cachedHours, Duration freshFor) {

    public static SpeedSettings of(Config speed) {
        return new SpeedSettings(
                speed.getDuration("page-window"),
                speed.getDuration("tick"),
                speed.getDuration("fold-slice"),
                speed.getInt("parts-in-memory"),
                speed.getInt("cached-hours"),
                speed.getDuration("fresh-for"));
    }
}
