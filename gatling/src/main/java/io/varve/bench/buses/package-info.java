/**
 * A day of real buses, loaded three times in three ways: what Varve counts, by its model and by its replay, is held
 * against a plain calculation over the file.
 */
package io.varve.bench.buses;
