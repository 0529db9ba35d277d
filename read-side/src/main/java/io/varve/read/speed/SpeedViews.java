package io.varve.read.speed;

import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Questions about speeds. Which signals lie in a region is decided by its outline of now. Signals without a speed count
 * nowhere.
 */
public interface SpeedViews {
    /**
     * The answer from the model, which follows the events within about three seconds. It costs the same however many
     * signals there are, save for hours that the period cuts: of those the signals are read. As long as nothing has
     * changed it is the same object.
     *
     * @param maxWait how long to wait for a region that was drawn lately to get its past
     * @return absent when there is no such region; behind when its past is not worked out yet
     * @throws IllegalArgumentException when the query {@linkplain SpeedQuery#hasModel() has no model}
     */
    CompletionStage<Reading<SpeedReport>> model(SpeedQuery query, Duration maxWait);

    /**
     * The same from the events of the period, each of which is read; takes its time.
     *
     * @return absent when there is no such region, never behind
     */
    CompletionStage<Reading<SpeedReport>> replay(SpeedQuery query);

    /**
     * Both answers, of the same signals: the model's comes when it holds all that was replayed. They differ only when
     * the model is wrong, or the views are by which the replay finds its events.
     *
     * @param maxWait how long to wait for the model to catch up, and for a moment without new signals in the period;
     *     what the replays take comes on top
     * @return absent when there is no such region; behind when the time is up
     * @throws IllegalArgumentException when the query {@linkplain SpeedQuery#hasModel() has no model}
     */
    CompletionStage<Reading<SpeedComparison>> compare(SpeedQuery query, Duration maxWait);
}
