/**
 * A transfer: one or several postings, all or none, carried out as a saga over accounts.
 *
 * <p>One step is due at a time and follows from the state alone. Every posting is debited (or its hold captured)
 * before any is credited. After a refusal what was done is undone, credits first; if that is refused too, the
 * transfer is parked until an operator retries. A reversal is a transfer of its own, linked to the original.
 */
package io.varve.node.transfer;
