/**
 * Web Push (RFC 8030, 8291 and 8292): what users are told is sent to the browsers that they registered. It sends one
 * command, by which a browser that is gone is taken out.
 */
package io.varve.read.push;
