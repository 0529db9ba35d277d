package io.varve.bench;

/** What is asked of every system alike. */
enum Work {
    DEPOSITS("single-request deposits"),
    HOT_DEPOSITS("the same into one hot account"),
    TRANSFERS("transfers, completed in the answer"),
    READS("account reads");

    final String title;

    Work(String title) {
        this.title = title;
    }
}
