/** What the routes of the social network have in common: who acts, who is known, who may see what. */
package io.varve.http.social;
