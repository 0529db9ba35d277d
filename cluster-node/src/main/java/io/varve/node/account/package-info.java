/**
 * An account: what is in it, what may be taken out, and what is set aside for transfers.
 *
 * <p>At every revision: balance + overdraft limit − held ≥ 0; balance = deposited − withdrawn + transferred in −
 * transferred out; held = the sum of the holds; and no sum leaves the range of a long. A refused command is an
 * event too, so that its repeat is refused as well. A closed account is empty and stays closed.
 */
package io.varve.node.account;
