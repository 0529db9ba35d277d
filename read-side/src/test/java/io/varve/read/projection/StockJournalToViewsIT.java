package io.varve.read.projection;

/** The same over the stock journal, whose tags feed the views. */
class StockJournalToViewsIT extends JournalToViewsIT {
    @Override
    String journal() {
        return "stock";
    }
}
