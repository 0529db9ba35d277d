/** Posts and comments, their history, and who likes, passes on and watches them. */
package io.varve.http.post;
