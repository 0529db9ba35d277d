// The vehicles as they move now.
import { byId } from '/web/dom.js';
import { Fleet, matches } from '/web/fleet/fleet.js';
import { follow } from '/web/fleet/live.js';
import { stateOf } from '/web/fleet/states.js';
import { periodOf } from '/web/fleet/view.js';

const ROSTER_MILLIS = 1000;
/** A glide lasts as long as the way took, but nobody wants to see where a bus was long ago. */
const LONGEST_GLIDE_MILLIS = 1500;
const CONNECTION = {
  connecting: ['connecting…', 'waiting'], live: ['live', 'good'], lost: ['connection lost, trying again…', 'bad'],
};

/** Shows the present until it is stopped. */
export class Present {
  #parts;
  #view;
  #fleet;
  #changed = new Map();
  #visible = new Set();
  #frame = 0;
  #timer;
  #stopFollowing;

  /**
   * @param parts the scene, the roster, the atlas; loaded is called with all vehicles when they are known, learn with
   *     each that is new, failed with what went wrong
   */
  constructor(parts, view) {
    this.#parts = parts;
    this.#view = view;
    this.#fleet = new Fleet(parts.atlas);
    this.#stopFollowing = follow(this.#fleet, { fleet: view.fleet }, {
      changed: vehicle => this.#queue(vehicle),
      connection: state => showConnection(state),
      loaded: () => this.#loaded(),
      failed: parts.failed,
    });
    this.#timer = setInterval(() => this.showAll(), ROSTER_MILLIS);
  }

  stop() {
    this.#stopFollowing();
    clearInterval(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#parts.scene.clear();
  }

  get now() {
    return Date.now();
  }

  #queue(vehicle) {
    this.#parts.learn(vehicle);
    this.#changed.set(vehicle.id, vehicle);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      for (const changed of this.#changed.values()) this.#place(changed);
      this.#changed.clear();
    });
  }

  #place(vehicle) {
    const { scene } = this.#parts;
    if (!this.#isWanted(vehicle)) {
      if (this.#visible.delete(vehicle.id)) scene.remove(vehicle.id);
      return;
    }
    const sinceBefore = vehicle.at - (vehicle.shownAt ?? vehicle.at);
    vehicle.shownAt = vehicle.at;
    this.#visible.add(vehicle.id);
    scene.place(vehicle, stateOf(vehicle, this.now), Math.min(sinceBefore, LONGEST_GLIDE_MILLIS));
  }

  #isWanted(vehicle) {
    const { from } = periodOf(this.#view, this.now);
    return vehicle.lat !== undefined && vehicle.at >= from && matches(this.#view, vehicle);
  }

  #loaded() {
    // What is queued comes first, so that the map can be made to show it.
    for (const vehicle of this.#fleet.all()) this.#place(vehicle);
    this.showAll();
    this.#parts.loaded(this.#fleet.all(), this.#visible.size, this.#parts.scene.bounds());
  }

  /** Time passes also for those who are silent. */
  showAll() {
    const now = this.now;
    const shown = [];
    for (const vehicle of this.#fleet.all()) {
      if (!this.#visible.has(vehicle.id)) continue;
      if (!this.#isWanted(vehicle)) {
        this.#place(vehicle);
        continue;
      }
      const state = stateOf(vehicle, now);
      shown.push({ vehicle, state });
      this.#parts.scene.restate(vehicle.id, state);
    }
    this.#parts.roster.show(shown, now);
    this.#parts.counted(shown.length, this.#fleet.size);
  }
}

function showConnection(state) {
  const [text, className] = CONNECTION[state];
  const place = byId('connection');
  if (place.textContent === text) return;
  place.textContent = text;
  place.className = `connection ${className}`;
}
