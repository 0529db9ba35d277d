/** Crowds: who likes, boosts, watches or answers a post, and who follows a user. */
package io.varve.node.crowd;
