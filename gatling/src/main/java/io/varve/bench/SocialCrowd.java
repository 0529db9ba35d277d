package io.varve.bench;

import java.util.Random;

/**
 * Who reads what of whom: readers who each follow some of the authors, and the authors' posts in an order by lot, which
 * is the same whenever it is asked for.
 *
 * @param prefix begins all ids
 * @param followed how many authors each reader follows
 */
record SocialCrowd(String prefix, int readers, int authors, int followed, int posts) {
    private static final long SEED = 200;
    private static final String WORDS = "lorem ipsum ".repeat(8).strip();
    /** A step that meets every author once before it meets one again. */
    private static final int STEP = 7;

    String readerId(int reader) {
        return prefix + "-r" + reader;
    }

    String authorId(int author) {
        return prefix + "-a" + author;
    }

    /** Later posts have greater ids, as text as well. */
    String postId(int post) {
        return String.format("%s-p%08d", prefix, post);
    }

    String text(int post) {
        return "post " + post + " " + WORDS;
    }

    /** The authors of the posts, in their order. */
    int[] authorsOfPosts() {
        return new Random(SEED).ints(posts, 0, authors).toArray();
    }

    /** @param number of those whom the reader follows, from 0 */
    int followedBy(int reader, int number) {
        return Math.floorMod(reader * 31 + number * STEP, authors);
    }

    static boolean fits(int authors, int followed) {
        return authors % STEP != 0 && followed <= authors;
    }
}
