package io.varve.bench;

/**
 * What a figure must reach, and what it should. Without an aim of its own the target is the aim.
 *
 * @param moreIsBetter whether these are least values, not most
 */
record Goal(double target, double aim, boolean moreIsBetter) {
    static Goal atLeast(double target, double aim) {
        return new Goal(target, aim, true);
    }

    static Goal atLeast(double target) {
        return atLeast(target, target);
    }

    static Goal atMost(double target, double aim) {
        return new Goal(target, aim, false);
    }

    static Goal atMost(double target) {
        return atMost(target, target);
    }

    boolean hasAim() {
        return aim != target;
    }

    String verdict(double value) {
        if (!reaches(value, target)) {
            return "missed";
        }
        return hasAim() && reaches(value, aim) ? "aim reached" : "reached";
    }

    private boolean reaches(double value, double bound) {
        return moreIsBetter ? value >= bound : value <= bound;
    }
}
