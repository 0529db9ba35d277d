/** Posts and comments, their history, and who likes, boosts and watches them. */
package io.varve.http.post;
