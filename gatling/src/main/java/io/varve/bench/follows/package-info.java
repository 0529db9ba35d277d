/**
 * A real graph of people who follow each other, and what they write and like along it: every feed, count and notification
 * that Varve shows is held against a plain computation over the commands.
 */
package io.varve.bench.follows;
