// The form above the dashboard: which vehicles, and when.
import { byId, el } from '/web/dom.js';
import { dayField, dayMonth, day, hourMinute, instant, momentField, startOfDay } from '/web/time.js';
import { PERIODS, dayPeriod, periodOf } from '/web/fleet/view.js';

const inOrder = new Intl.Collator('en', { numeric: true });

export class Filters {
  #form = byId('filters');
  #state;
  #atlas;
  #fleets = new Set();
  #routes = new Set();

  constructor(state, atlas) {
    this.#state = state;
    this.#atlas = atlas;
    const { fleet, route, region, period, on, from, to } = this.#form.elements;
    const change = (field, changes) => field.addEventListener('change', () => state.change(changes(field.value)));
    change(fleet, value => ({ fleet: value }));
    change(route, value => ({ route: value }));
    change(region, value => ({ region: value }));
    for (const choice of period) choice.addEventListener('change', () => this.#choosePeriod(choice.value));
    on.addEventListener('change', () => on.value && state.change(dayPeriod(`${on.value}T00:00`)));
    for (const field of [from, to]) field.addEventListener('change', () => this.#chooseFromTo());
    this.#form.addEventListener('submit', event => event.preventDefault());
    // On a phone the map comes first, and the filters when they are asked for.
    byId('filters-fold').open = matchMedia('(min-width: 641px)').matches;
    byId('filters-reset').addEventListener('click', () => state.change({ fleet: '', route: '', region: '' }));
    atlas.onChange(() => this.#show());
    state.onChange(() => this.#show());
    this.#show();
  }

  /** Offers the fleet and the route of a vehicle as well. */
  learn({ fleet, route }) {
    if (this.#fleets.has(fleet) && (!route || this.#routes.has(route))) return;
    this.#fleets.add(fleet);
    if (route) this.#routes.add(route);
    this.#showChoices();
  }

  /** All routes that are known, also of vehicles whose route nobody has described. */
  routes() {
    return [...new Set([...this.#routes, ...this.#atlas.routes.keys()])].sort(inOrder.compare);
  }

  #choosePeriod(choice) {
    const now = Date.now();
    if (choice === 'day') this.#state.change(dayPeriod(now));
    else if (choice === 'custom') this.#chooseCustom();
    else this.#state.change({ period: choice, from: '', to: '' });
  }

  /** The period of now, to be changed. */
  #chooseCustom() {
    const { from, to } = periodOf(this.#state.view);
    // Off a whole day by a minute, or it would be taken for one.
    const isDay = this.#dayOf(this.#state.view) !== undefined;
    this.#state.change({ period: 'custom', from: instant(from), to: instant(isDay ? to - 60_000 : to) });
  }

  #chooseFromTo() {
    const { from, to } = this.#form.elements;
    const [begin, end] = [Date.parse(from.value), Date.parse(to.value)];
    to.setCustomValidity(begin < end ? '' : 'The end must be after the beginning');
    if (begin < end) this.#state.change({ period: 'custom', from: instant(begin), to: instant(end) });
    else to.reportValidity();
  }

  /** The day that a view is of, if it is one. */
  #dayOf(view) {
    if (view.period !== 'custom') return undefined;
    const { from, to } = periodOf(view);
    const begin = startOfDay(from).getTime();
    return begin === from && startOfDay(from, 1).getTime() === to ? begin : undefined;
  }

  #show() {
    const { view } = this.#state;
    const dayShown = this.#dayOf(view);
    const choice = view.period !== 'custom' ? view.period : dayShown === undefined ? 'custom' : 'day';
    const { period, on, from, to } = this.#form.elements;
    period.value = choice;
    byId('filter-day').hidden = choice !== 'day';
    byId('filter-from-to').hidden = choice !== 'custom';
    const shown = periodOf(view);
    if (dayShown !== undefined) on.value = dayField(dayShown);
    from.value = momentField(shown.from);
    to.value = momentField(shown.to);
    to.setCustomValidity('');
    this.#showChoices();
    byId('filters-summary').textContent = this.#summary(choice, shown);
    byId('filters-reset').hidden = !view.fleet && !view.route && !view.region;
  }

  #showChoices() {
    const { view } = this.#state;
    const { fleet, route, region } = this.#form.elements;
    const regions = [...this.#atlas.regions.keys()];
    choices(fleet, 'All fleets', [...this.#fleets].sort(inOrder.compare), id => id, view.fleet);
    choices(route, 'All routes', this.routes(), id => this.#atlas.routeName(id), view.route);
    choices(region, 'All regions', regions, id => this.#atlas.regionName(id), view.region);
  }

  #summary(choice, { from, to }) {
    const { view } = this.#state;
    const names = [view.fleet, view.route && this.#atlas.routeName(view.route),
      view.region && this.#atlas.regionName(view.region)].filter(Boolean);
    return [...(names.length > 0 ? names : ['All vehicles']), periodName(choice, from, to)].join(' · ');
  }
}

function periodName(choice, from, to) {
  if (PERIODS[choice]) return PERIODS[choice][0].toLowerCase();
  if (choice === 'day') return day(from);
  return `${dayMonth(from)} ${hourMinute(from)} – ${dayMonth(to)} ${hourMinute(to)}`;
}

/** Fills a field; what is chosen is among it even if nobody knows it. */
function choices(select, all, ids, nameOf, chosen) {
  const offered = chosen && !ids.includes(chosen) ? [chosen, ...ids] : ids;
  const before = [...select.options].map(option => `${option.value}\n${option.text}`).join('\n');
  const options = [['', all], ...offered.map(id => [id, nameOf(id)])];
  if (options.map(([value, text]) => `${value}\n${text}`).join('\n') !== before) {
    select.replaceChildren(...options.map(([value, text]) => el('option', { value }, text)));
  }
  select.value = chosen;
}
