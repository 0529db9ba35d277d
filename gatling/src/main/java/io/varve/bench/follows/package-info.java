/**
 * A real graph of people who follow each other, and what they write and like along it: the feeds, counts and
 * notifications that Varve shows are held against a plain computation over the commands.
 */
package io.varve.bench.follows;
