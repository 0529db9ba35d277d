/** Streams of what happens, for many who listen: from memory, and for who was away from the feed. */
package io.varve.read.following;
