// An account and the newest lines of its statement.
import { getJson } from '/web/api.js';
import { cell, el, facts, lookupLink, table } from '/web/dom.js';
import { money, utc } from '/web/money/amounts.js';

const ENTRIES = 20;

/** Shows the account once; resolves to what stops it, which is nothing. */
export async function showAccount(id, show) {
  const path = `/v1/accounts/${encodeURIComponent(id)}`;
  const [account, page] = await Promise.all([getJson(path), getJson(`${path}/entries?limit=${ENTRIES}`)]);
  const amount = minor => `${money(minor, account.currency)} ${account.currency}`;
  show(
    facts([
      ['Account', account.accountId],
      ['Owner', account.owner],
      ['Status', account.status],
      ['Balance', amount(account.balanceMinor)],
      ['Held', amount(account.heldMinor)],
      ['Available', amount(account.availableMinor)],
      ['Overdraft limit', amount(account.overdraftLimitMinor)],
      ['Revision', String(account.revision)],
      ...Object.entries(account.metadata),
    ]),
    el('h3', {}, page.nextCursor ? `The last ${page.items.length} entries` : 'Entries'),
    page.items.length === 0
      ? el('p', { className: 'quiet' }, 'None yet.')
      : table(['Effective (UTC)', 'Kind', 'Amount#', 'Balance after#', 'Transfer', 'Description'],
        page.items.map(entry => entryRow(entry, account.currency))));
  return () => {};
}

function entryRow(entry, currency) {
  return el('tr', {},
    cell(utc(entry.effectiveAt)),
    cell(entry.kind),
    cell(money(entry.amountMinor, currency), entry.amountMinor.startsWith('-') ? 'num' : 'num good'),
    cell(money(entry.balanceAfterMinor, currency), 'num'),
    cell(entry.transferId ? lookupLink('transfer', entry.transferId) : ''),
    cell(entry.description ?? '', 'text'));
}
