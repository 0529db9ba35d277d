/** The feeds of users. */
package io.varve.http.timeline;
