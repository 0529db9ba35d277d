/** What vehicles have measured, added up: from the model that is kept, or from the events themselves. */
package io.varve.http.telemetry;
