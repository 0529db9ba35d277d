/** Where vehicles were, in the formats that programs for tracks read. */
package io.varve.http.track;
