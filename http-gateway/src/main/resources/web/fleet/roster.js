// The list of vehicles beside the map: the same for those who cannot see it, and for the keyboard.
import { byId, el } from '/web/dom.js';
import { ago } from '/web/time.js';
import { speed } from '/web/fleet/describe.js';
import { STATES, glyph, showState } from '/web/fleet/states.js';

const MOST_ROWS = 100;
const inOrder = new Intl.Collator('en', { numeric: true });

export class Roster {
  #rows = new Map();
  #list = byId('roster');
  #search = byId('roster-search');
  #choose;

  /** @param choose called with the id of the vehicle that somebody wants to see */
  constructor(choose) {
    this.#choose = choose;
  }

  onSearch(listener) {
    this.#search.addEventListener('input', listener);
  }

  /** @param vehicles each with its state */
  show(vehicles, nowMillis) {
    this.#count(vehicles);
    const wanted = this.#search.value.trim().toLowerCase();
    const found = vehicles
      .filter(({ vehicle }) => `${vehicle.label} ${vehicle.id}`.toLowerCase().includes(wanted))
      .sort((one, other) => inOrder.compare(one.vehicle.label, other.vehicle.label));
    const shown = found.slice(0, MOST_ROWS);
    const rows = shown.map(({ vehicle, state }) => this.#row(vehicle, state, nowMillis));
    // Rows stay the same elements, so that whoever is in one with the keyboard stays there.
    if (rows.length !== this.#list.children.length || rows.some((row, i) => row !== this.#list.children[i])) {
      this.#list.replaceChildren(...rows);
      this.#rows = new Map(shown.map(({ vehicle }, i) => [vehicle.id, rows[i]]));
    }
    const more = found.length - shown.length;
    byId('roster-more').textContent = found.length === 0 ? 'No vehicle to show.'
      : more > 0 ? `and ${more.toLocaleString('en')} more; search, or filter above` : '';
  }

  #count(vehicles) {
    for (const state of Object.keys(STATES)) {
      const count = vehicles.filter(vehicle => vehicle.state === state).length;
      byId(`count-${state}`).textContent = count.toLocaleString('en');
    }
  }

  #row(vehicle, state, nowMillis) {
    const row = this.#rows.get(vehicle.id) ?? this.#newRow(vehicle);
    const { image, label, route, kmh, codes, when, state: meaning } = row.parts;
    if (image.dataset.state !== state) showState(image, state);
    setText(meaning, STATES[state]);
    setText(label, vehicle.label);
    setText(route, vehicle.route ?? '');
    setText(kmh, speed(vehicle.speedKmh));
    setText(codes, vehicle.codes?.join(' ') ?? '');
    setText(when, ago(nowMillis - vehicle.at));
    return row;
  }

  #newRow(vehicle) {
    const part = className => el('span', { className });
    const parts = {
      image: glyph('silent'), label: part('label'), state: part('hidden'), route: part('route'), kmh: part('kmh'),
      codes: part('codes'), when: part('when'),
    };
    const button = el('button', { type: 'button', onclick: () => this.#choose(vehicle.id) }, parts.image, parts.label,
      parts.state, parts.route, parts.codes, parts.kmh, parts.when);
    const row = el('li', {}, button);
    row.dataset.vehicle = vehicle.id;
    this.#rows.set(vehicle.id, row);
    return Object.assign(row, { parts });
  }
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
