/** Users: who they are, whom they follow, what they mute and what they keep at hand. */
package io.varve.http.user;
