// The map and the list of vehicles: as they are now, or as they were in a period that is over.
import { byId, el } from '/web/dom.js';
import { day } from '/web/time.js';
import { popup, vehiclePage } from '/web/fleet/describe.js';
import { createMap, fit } from '/web/fleet/map.js';
import { Past } from '/web/fleet/past.js';
import { Present } from '/web/fleet/present.js';
import { Roster } from '/web/fleet/roster.js';
import { Scene } from '/web/fleet/scene.js';
import { stateOf } from '/web/fleet/states.js';
import { dayPeriod, periodOf } from '/web/fleet/view.js';

export class FleetMap {
  #state;
  #parts;
  #shown;
  #isFitted = false;

  /** @param learn called with each vehicle that becomes known */
  constructor(state, atlas, learn) {
    this.#state = state;
    this.map = createMap(byId('map'));
    const scene = new Scene(this.map, vehicle => this.#popup(vehicle));
    const roster = new Roster(id => scene.select(id));
    this.#parts = {
      atlas, learn, map: this.map, roster, scene,
      loaded: (vehicles, visible, bounds) => this.#loaded(vehicles, visible, bounds),
      counted: (visible, known) => this.#count(visible, known),
      failed: problem => this.#tell(el('p', { className: 'bad' }, problem.message)),
    };
    roster.onSearch(() => this.#shown?.showAll?.());
  }

  /** What the region that is given covers, or all regions. */
  boundsOfRegions = () => window.L.latLngBounds([]);

  show(view) {
    this.#shown?.stop();
    this.#isFitted = false;
    this.#tell();
    // Until the vehicles are there: the city, if it is known by its regions, and not the world.
    if (this.#shown === undefined) fit(this.map, this.boundsOfRegions(view.region));
    const period = periodOf(view);
    this.#shown = period.live ? new Present(this.#parts, view) : new Past(this.#parts, view, period);
  }

  #popup(vehicle) {
    const { now } = this.#shown;
    const page = vehiclePage(vehicle.id, periodOf(this.#state.view));
    return popup(vehicle, stateOf(vehicle, now), now, this.#parts.atlas, page);
  }

  #loaded(vehicles, visible, bounds) {
    const { region: chosen } = this.#state.view;
    const isDrawing = this.map.getContainer().classList.contains('drawing');
    if (!this.#isFitted && !isDrawing) {
      fit(this.map, chosen || !bounds.isValid() ? bounds.extend(this.boundsOfRegions(chosen)) : bounds);
    }
    this.#isFitted = true;
    const { fleet, route, region } = this.#state.view;
    const isFiltered = Boolean(fleet || route || region);
    if (visible > 0) this.#tell();
    else if (vehicles.length === 0 && !isFiltered) this.#tell(...howToBegin());
    else this.#tell(...this.#nobodyThen(vehicles, isFiltered));
  }

  #count(visible, known) {
    byId('roster-count').textContent = visible === known ? String(visible) : `${visible} of ${known} known`;
    // The first signal of all has come while the map said that there is none.
    if (visible > 0 && !byId('map-message').hidden && byId('map-message').querySelector('.bad') === null) this.#tell();
  }

  #nobodyThen(vehicles, isFiltered) {
    const newest = Math.max(...vehicles.map(vehicle => Number(new Date(vehicle.at))).filter(Number.isFinite));
    const words = [el('p', {}, isFiltered ? 'None of these vehicles has sent anything in this period.'
      : 'No vehicle has sent anything in this period.')];
    if (Number.isFinite(newest)) {
      words.push(el('p', {}, el('button', { type: 'button', className: 'button',
        onclick: () => this.#state.change(dayPeriod(newest)) }, `Show ${day(newest)}, the last day with signals`)));
    }
    return words;
  }

  #tell(...nodes) {
    byId('map-message').hidden = nodes.length === 0;
    byId('map-message').replaceChildren(...nodes);
  }
}

function howToBegin() {
  const type = "-H 'Content-Type: application/json'";
  const base = `${location.origin}/v1/vehicles/bus-1`;
  const at = new Date().toISOString().slice(0, 19);
  return [
    el('p', {}, 'No vehicle is known yet. Make one known and send its first signal:'),
    el('pre', { tabIndex: 0 }, `curl -X PUT ${base} ${type} \\\n  -d '{"label":"Bus 1","fleet":"city"}'\n`
      + `curl ${base}/signals ${type} \\\n  -d '{"at":"${at}Z","lat":38.9,"lon":-77.03,"speedKmh":31,"bearing":90}'`),
  ];
}
