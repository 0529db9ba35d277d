/** What users were told. */
package io.varve.http.notification;
