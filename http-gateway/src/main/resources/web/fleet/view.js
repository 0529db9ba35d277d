// What the dashboard shows. It is kept in the address: a view can be shared, and Back goes to the one before.
import { instant, startOfDay } from '/web/time.js';

const HOUR = 3_600_000;
const DEFAULTS = {
  fleet: '', route: '', region: '', period: '24h', from: '', to: '', lines: 'region', plan: 'model', p95: '',
};

/** Periods up to now: how each is called, and its beginning. */
export const PERIODS = {
  hour: ['Last hour', now => now - HOUR],
  today: ['Today', now => startOfDay(now).getTime()],
  '24h': ['24 hours', now => now - 24 * HOUR],
  '7d': ['7 days', now => now - 7 * 24 * HOUR],
};

export function readView(search) {
  const given = new URLSearchParams(search);
  const view = Object.fromEntries(Object.entries(DEFAULTS).map(([name, usual]) => [name, given.get(name) ?? usual]));
  const from = Date.parse(view.from);
  const to = Date.parse(view.to);
  if (from < to) return { ...view, period: 'custom', from: instant(from), to: instant(to) };
  return { ...view, period: PERIODS[view.period] ? view.period : DEFAULTS.period, from: '', to: '' };
}

/** The address of a view on its page; what is as usual is left out. */
export function searchOf(view) {
  const told = Object.entries(view).filter(([name, value]) => name in DEFAULTS && value !== DEFAULTS[name]);
  const parameters = new URLSearchParams(told.filter(([name, value]) => !(name === 'period' && value === 'custom')));
  return parameters.size > 0 ? `?${parameters}` : '';
}

/**
 * The period of a view, in milliseconds. It is live when it goes on: then its end is now. Full minutes, so that the
 * same question is asked again in the same words.
 */
export function periodOf(view, now = Date.now()) {
  const minute = 60_000;
  if (view.period === 'custom') {
    const from = Date.parse(view.from);
    const to = Date.parse(view.to);
    return { from, to, live: from <= now && now < to };
  }
  const end = Math.ceil(now / minute) * minute;
  return { from: Math.floor(PERIODS[view.period][1](now) / minute) * minute, to: end, live: true };
}

/** A period that is one whole day of whoever looks. */
export function dayPeriod(time) {
  return { period: 'custom', from: instant(startOfDay(time)), to: instant(startOfDay(time, 1)) };
}

/** The view of this page. Tells of each change, whoever made it. */
export class ViewState {
  #listeners = [];

  constructor() {
    this.view = readView(location.search);
    window.addEventListener('popstate', () => this.#set(readView(location.search)));
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  change(changes) {
    const view = { ...this.view, ...changes };
    if (searchOf(view) === searchOf(this.view)) return;
    history.pushState(null, '', `${location.pathname}${searchOf(view)}`);
    this.#set(readView(location.search));
  }

  #set(view) {
    const before = this.view;
    this.view = view;
    for (const listener of this.#listeners) listener(view, before);
  }
}

/** Whether two views are the same in what is named. */
export function sameIn(view, other, ...names) {
  return names.every(name => view[name] === other[name]);
}

/** What decides which vehicles are seen, and when. */
export const FILTERS = ['fleet', 'route', 'region', 'period', 'from', 'to'];
