package io.varve.read.push;

import java.util.concurrent.CompletionStage;

/** One attempt to hand a message to the push service of its browser. */
interface Delivery {
    CompletionStage<PushAnswer> attempt(PushMessage message);
}
