package io.varve.bench;

/** What is measured of people and posts. */
enum SocialLine {
    /** Pages of feeds. */
    FEEDS,
    /** How long a page takes for who follows few, and who follows many. */
    PAGES,
    /** How long an author waits whom nobody follows, and one whom very many follow. */
    POSTING,
    /** Until a post is in all feeds of those who follow its author. */
    FAN_OUT,
    /** Likes of one post, and of many. */
    LIKES
}
