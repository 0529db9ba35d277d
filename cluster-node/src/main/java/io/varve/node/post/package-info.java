/** Posts and comments, which are posts that answer another one: commands, events and decisions. */
package io.varve.node.post;
