/** What browsers need to be sent push messages. */
package io.varve.http.push;
