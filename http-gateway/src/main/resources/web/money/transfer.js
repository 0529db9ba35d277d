// A transfer with its timeline, which follows the transfer until its end.
import { getJson } from '/web/api.js';
import { cell, el, facts, lookupLink, table } from '/web/dom.js';
import { money, utc, utcMillis } from '/web/money/amounts.js';

const STATUSES = ['accepted', 'held', 'completed', 'rejected', 'rolled-back', 'voided', 'expired', 'reversed', 'parked'];
const WAITING = new Set(['accepted', 'held', 'parked']);
const TROUBLE = new Set(['rejected', 'rolled-back', 'parked']);

/** Shows the transfer; resolves to what stops following it. */
export async function showTransfer(id, show) {
  const path = `/v1/transfers/${encodeURIComponent(id)}`;
  const refresh = async (minRevision = '0') => {
    const transfer = await getJson(path, { 'Varve-Min-Revision': minRevision });
    show(...view(transfer));
    return transfer;
  };
  const transfer = await refresh();
  return WAITING.has(transfer.status) ? follow(`${path}/events`, refresh) : () => {};
}

/** Reads the transfer again at every change of status. */
function follow(path, refresh) {
  const source = new EventSource(path);
  for (const status of STATUSES) {
    source.addEventListener(status, event => {
      // The server closes after the final status; the browser would connect again.
      if (!WAITING.has(status)) source.close();
      refresh(event.lastEventId).catch(() => {});
    });
  }
  return () => source.close();
}

function view(transfer) {
  const link = id => (id === undefined ? undefined : lookupLink('transfer', id));
  return [
    facts([
      ['Transfer', transfer.transferId],
      ['Status', el('strong', { className: TROUBLE.has(transfer.status) ? 'bad' : '' }, transfer.status)],
      ['Reason', transfer.reason],
      ['Description', transfer.description],
      ['Expires (UTC)', transfer.expiresAt && utc(transfer.expiresAt)],
      ['Reverses', link(transfer.reverses)],
      ['Reversed by', link(transfer.reversedBy)],
      ['Revision', String(transfer.revision)],
    ]),
    el('h3', {}, transfer.postings.length === 1 ? 'Posting' : 'Postings'),
    table(['From', 'To', `Amount ${transfer.currency}#`], transfer.postings.map(posting => el('tr', {},
      cell(lookupLink('account', posting.from)),
      cell(lookupLink('account', posting.to)),
      cell(money(posting.amountMinor, transfer.currency), 'num')))),
    el('h3', {}, 'Timeline (UTC)'),
    el('ol', { className: 'timeline' }, ...transfer.timeline.map(stepItem)),
  ];
}

function stepItem(step) {
  const refused = step.outcome !== 'ok';
  return el('li', { className: refused ? 'refused' : '' },
    el('time', { dateTime: step.at }, utcMillis(step.at)),
    el('strong', {}, step.step),
    ...(step.accountId ? [lookupLink('account', step.accountId)] : []),
    ...(refused ? [el('span', { className: 'bad' }, step.outcome)] : []));
}
