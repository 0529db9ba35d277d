package io.varve.read;

import io.varve.read.account.AccountViews;
import io.varve.read.entry.EntryViews;
import io.varve.read.ledger.LedgerTotals;
import io.varve.read.transfer.TransferViews;

/** Every question that the read side answers. */
public record Views(AccountViews accounts, EntryViews entries, TransferViews transfers, LedgerTotals ledger) {}
