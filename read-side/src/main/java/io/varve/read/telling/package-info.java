/**
 * Tells users what concerns them, and keeps up who answers and who watches a post, by commands. All of them may be sent
 * again, and change nothing then.
 */
package io.varve.read.telling;
