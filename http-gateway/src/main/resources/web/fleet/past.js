// A day, or another period that is over, played again from the tracks of the vehicles.
import { forEach, getAll, getJson, withParameters } from '/web/api.js';
import { byId } from '/web/dom.js';
import { clock, day, instant } from '/web/time.js';
import { matches } from '/web/fleet/fleet.js';
import { MOST_VEHICLES } from '/web/fleet/live.js';
import { SILENT_MILLIS, stateOf } from '/web/fleet/states.js';
import { pieces } from '/web/fleet/trackline.js';

const L = window.L;
const MOST_TRACKS = 150;
const AT_A_TIME = 4;
/** Whoever is silent for longer has gone. */
const GONE_MILLIS = 30 * 60_000;
const ROSTER_MILLIS = 250;

/** Shows the past until it is stopped. */
export class Past {
  #parts;
  #view;
  #aborter = new AbortController();
  #tracks = [];
  #trails = L.layerGroup();
  #time = 0;
  #frame = 0;
  #rosterShown = 0;

  constructor(parts, view, { from, to }) {
    this.#parts = parts;
    this.#view = view;
    this.#trails.addTo(parts.map);
    byId('connection').textContent = 'loading the tracks…';
    byId('connection').className = 'connection waiting';
    const events = { signal: this.#aborter.signal };
    byId('replay-time').addEventListener('input', event => this.#jump(Number(event.target.value) * 1000), events);
    byId('replay-play').addEventListener('click', () => (this.#frame ? this.#pause() : this.#play()), events);
    this.#load(from, to).catch(problem => this.#aborter.signal.aborted || parts.failed(problem));
  }

  stop() {
    this.#aborter.abort();
    this.#pause();
    this.#trails.remove();
    this.#parts.scene.clear();
    byId('replay').hidden = true;
  }

  get now() {
    return this.#time;
  }

  async #load(from, to) {
    const { signal } = this.#aborter;
    const list = withParameters('/v1/vehicles', { fleet: this.#view.fleet, limit: 500 });
    const vehicles = await getAll(list, MOST_VEHICLES, signal);
    for (const vehicle of vehicles) this.#parts.learn(vehicle);
    // Whose newest signal came before, or who has none, was not on the road.
    const candidates = vehicles.filter(vehicle => Date.parse(vehicle.at) >= from).slice(0, MOST_TRACKS);
    const period = { from: instant(from), to: instant(to) };
    const tracks = await forEach(candidates, AT_A_TIME, async vehicle => {
      const path = withParameters(`/v1/vehicles/${encodeURIComponent(vehicle.vehicleId)}/track`, period);
      const { items, truncated } = await getJson(path, {}, signal);
      return { vehicle, truncated, points: items.map(each => ({ ...each, at: Date.parse(each.at) })) };
    });
    this.#tracks = tracks.filter(({ points }) => points.some(point => matches(this.#view, point)));
    const isCut = tracks.some(({ truncated }) => truncated);
    byId('connection').textContent = candidates.length === MOST_TRACKS
      ? `replay of ${MOST_TRACKS} vehicles; filter to see others`
      : isCut ? 'replay of a part; a shorter period shows all' : 'replay';
    byId('connection').className = 'connection';
    this.#begin(vehicles);
  }

  #begin(vehicles) {
    let bounds = L.latLngBounds([]);
    if (this.#tracks.length > 0) {
      const times = this.#tracks.flatMap(({ points }) => [points[0].at, points.at(-1).at]);
      const [begin, end] = [Math.min(...times), Math.max(...times)];
      Object.assign(byId('replay-time'), { min: Math.floor(begin / 1000), max: Math.ceil(end / 1000) });
      byId('replay').hidden = false;
      bounds = this.#drawTrails();
      // When most are on the road: somewhere in the middle.
      this.#jump(begin + (end - begin) / 2);
    } else {
      this.#parts.roster.show([], this.#time);
      this.#parts.counted(0, vehicles.length);
    }
    this.#parts.loaded(vehicles, this.#tracks.length, bounds);
  }

  /** @returns what they cover */
  #drawTrails() {
    // One line for all: where many went, it is no darker.
    const lines = this.#tracks.flatMap(({ points }) => pieces(points, points.map(point => matches(this.#view, point))));
    const look = { className: 'trail', interactive: false, smoothFactor: 1.5 };
    return L.polyline(lines, look).addTo(this.#trails).getBounds();
  }

  #jump(time) {
    this.#time = time;
    this.#show();
  }

  #play() {
    const slider = byId('replay-time');
    if (this.#time >= Number(slider.max) * 1000) this.#time = Number(slider.min) * 1000;
    byId('replay-play').textContent = 'Pause';
    let before = performance.now();
    const step = now => {
      const end = Number(slider.max) * 1000;
      this.#time = Math.min(end, this.#time + (now - before) * Number(byId('replay-speed').value));
      before = now;
      this.#frame = requestAnimationFrame(step);
      if (this.#time === end) this.#pause();
      this.#show();
    };
    this.#frame = requestAnimationFrame(step);
  }

  #pause() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    byId('replay-play').textContent = 'Play';
  }

  #show() {
    const slider = byId('replay-time');
    slider.value = Math.floor(this.#time / 1000);
    const text = `${day(this.#time)}, ${clock(this.#time)}`;
    slider.setAttribute('aria-valuetext', text);
    byId('replay-clock').textContent = text;
    const shown = [];
    for (const { vehicle, points } of this.#tracks) {
      const seen = this.#seen(vehicle, points);
      if (seen) {
        const state = stateOf(seen, this.#time);
        shown.push({ vehicle: seen, state });
        this.#parts.scene.place(seen, state, 0);
      } else {
        this.#parts.scene.remove(vehicle.vehicleId);
      }
    }
    // The list is for reading: a few times a second will do.
    if (this.#frame && performance.now() - this.#rosterShown < ROSTER_MILLIS) return;
    this.#rosterShown = performance.now();
    this.#parts.roster.show(shown, this.#time);
    this.#parts.counted(shown.length, this.#tracks.length);
  }

  /** The vehicle as it was: at its last signal, or on its way to the next if that came soon. */
  #seen(vehicle, points) {
    const index = lastUntil(points, this.#time);
    const point = points[index];
    if (!point || this.#time - point.at > GONE_MILLIS || !matches(this.#view, point)) return undefined;
    const next = points[index + 1];
    const onItsWay = next && next.at - point.at <= SILENT_MILLIS;
    const part = onItsWay ? (this.#time - point.at) / (next.at - point.at) : 0;
    const seen = {
      ...point,
      id: vehicle.vehicleId,
      label: vehicle.label,
      speedLimitKmh: vehicle.speedLimitKmh,
      lat: point.lat + (onItsWay ? (next.lat - point.lat) * part : 0),
      lon: point.lon + (onItsWay ? (next.lon - point.lon) * part : 0),
    };
    return Object.assign(seen, { overspeed: seen.speedKmh > this.#parts.atlas.limitKmh(seen) });
  }
}

/** The index of the last point until a time, or -1. */
function lastUntil(points, time) {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].at <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
