// The money page: live totals, and a look-up whose state is the address (#account=… or #transfer=…).
import { getJson } from '/web/api.js';
import { money } from '/web/money/amounts.js';
import { cell, el } from '/web/dom.js';
import { showAccount } from '/web/money/account.js';
import { showTransfer } from '/web/money/transfer.js';

const TOTALS_EVERY_MILLIS = 5000;

const form = document.getElementById('lookup');
const result = document.getElementById('result');
let lookups = 0;
let stopWatching = () => {};

function totalsRow(totals) {
  const amount = (minor, bad) => cell(money(minor, totals.currency), bad ? 'num bad' : 'num');
  return el('tr', {},
    cell(totals.currency),
    cell(BigInt(totals.accounts).toLocaleString('en'), 'num'),
    amount(totals.depositedMinor),
    amount(totals.withdrawnMinor),
    amount(totals.balanceMinor),
    amount(totals.inFlightMinor, String(totals.inFlightMinor) !== '0'));
}

async function refreshTotals() {
  const state = document.getElementById('totals-state');
  try {
    const { currencies } = await getJson('/v1/ledger/totals');
    document.querySelector('#totals tbody').replaceChildren(...currencies.map(totalsRow));
    document.getElementById('totals').hidden = currencies.length === 0;
    document.getElementById('totals-empty').hidden = currencies.length > 0;
    state.textContent = 'live';
    state.className = 'good';
  } catch (problem) {
    state.textContent = problem.message;
    state.className = 'bad';
  } finally {
    setTimeout(refreshTotals, TOTALS_EVERY_MILLIS);
  }
}

async function lookUp() {
  const [kind, id] = wanted();
  stopWatching();
  stopWatching = () => {};
  const lookup = ++lookups;
  if (!id) {
    result.replaceChildren();
    return;
  }
  form.elements.kind.value = kind;
  form.elements.id.value = id;
  const show = (...nodes) => lookup === lookups && result.replaceChildren(...nodes);
  try {
    const stop = await (kind === 'account' ? showAccount(id, show) : showTransfer(id, show));
    // Somebody has asked for something else meanwhile.
    if (lookup === lookups) stopWatching = stop;
    else stop();
  } catch (problem) {
    show(el('p', { className: 'message bad' }, problem.message));
  }
}

/** What the address asks for: a kind and an id, or nothing. */
function wanted() {
  const params = new URLSearchParams(location.hash.slice(1));
  for (const kind of ['account', 'transfer']) {
    if (params.get(kind)) return [kind, params.get(kind)];
  }
  return [];
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const hash = `#${new URLSearchParams({ [form.elements.kind.value]: form.elements.id.value.trim() })}`;
  if (hash === location.hash) lookUp();
  else location.hash = hash;
});
form.addEventListener('change', () => {
  form.elements.id.placeholder = form.elements.kind.value === 'account' ? 'alice' : 't-1';
});
window.addEventListener('hashchange', lookUp);

refreshTotals();
lookUp();
