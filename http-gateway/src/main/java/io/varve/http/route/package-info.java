/** Routes and their speed limits. */
package io.varve.http.route;
