// The error codes of a period: how often raised and cleared, and on how many vehicles.
import { getJson, withParameters } from '/web/api.js';
import { byId } from '/web/dom.js';
import { instant, minute } from '/web/time.js';
import { SortedTable } from '/web/sorting.js';
import { periodOf } from '/web/fleet/view.js';

export const count = (title, name) => ({
  title, numeric: true, value: item => item[name], show: item => item[name].toLocaleString('en'),
});
export const time = (title, name) => ({
  title, latestFirst: true, value: item => Date.parse(item[name]), show: item => minute(Date.parse(item[name])),
});

export class Codes {
  #table = new SortedTable([
    { title: 'Code', value: item => item.code },
    count('Vehicles', 'vehicles'),
    count('Raised', 'raised'),
    count('Cleared', 'cleared'),
    count('Signals', 'signals'),
    time('First', 'firstAt'),
    time('Last', 'lastAt'),
  ], 'Raised', true);
  #aborter = new AbortController();
  #isEmpty = true;

  constructor() {
    byId('codes').append(this.#table.element);
    this.#table.element.setAttribute('aria-label', 'Error codes');
  }

  async show(view) {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    if (byId('codes-state').textContent === '' && this.#isEmpty) tell('Counting…');
    const { from, to } = periodOf(view);
    const { fleet, route, region } = view;
    const question = { fleet, route, region, from: instant(from), to: instant(to) };
    try {
      const { items } = await getJson(withParameters('/v1/codes', question), {}, signal);
      this.#isEmpty = items.length === 0;
      this.#table.set(items);
      this.#table.element.hidden = this.#isEmpty;
      tell(this.#isEmpty ? 'No vehicle has reported an error code in this period.' : '');
    } catch (problem) {
      if (signal.aborted) return;
      this.#table.element.hidden = true;
      tell(problem.message, 'bad');
    }
  }
}

function tell(text, className = 'quiet') {
  Object.assign(byId('codes-state'), { textContent: text, className });
}
