/** Error codes that vehicles report. */
package io.varve.http.code;
