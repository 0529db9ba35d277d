package io.varve.read.speed;

/** The same over the stock journal, whose tags feed the model. */
class StockSpeedIT extends SpeedIT {
    @Override
    String journal() {
        return "stock";
    }
}
