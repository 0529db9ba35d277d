// A vehicle on the map: drawn on a canvas, since there may be thousands, and gliding from place to place.
import { drawState } from '/web/fleet/states.js';
import { prefersStillness } from '/web/theme.js';

const L = window.L;
const RADIUS = 9;
/** Nobody glides farther: that is a jump. */
const LONGEST_GLIDE_METERS = 3000;

/** @property state, bearing how it is drawn; set them before it is moved or redrawn */
export const VehicleMarker = L.CircleMarker.extend({
  options: { radius: RADIUS * 1.3, interactive: true },

  _updatePath() {
    const { _drawing, _layers, _ctx } = this._renderer;
    if (!_drawing || this._empty() || !_layers[this._leaflet_id]) return;
    drawState(_ctx, this._point, RADIUS, this.state, this.bearing);
  },
});

/** Moves markers smoothly, all in one go per picture. */
export class Gliding {
  #glides = new Map();
  #frame = 0;

  /** Takes a marker to a place within so many milliseconds. */
  to(marker, place, millis) {
    const from = marker.getLatLng();
    if (millis === 0 || prefersStillness() || from.distanceTo(place) > LONGEST_GLIDE_METERS) {
      this.#glides.delete(marker);
      marker.setLatLng(place);
      return;
    }
    this.#glides.set(marker, { from, to: L.latLng(place), begin: performance.now(), millis });
    this.#frame ||= requestAnimationFrame(now => this.#step(now));
  }

  forget(marker) {
    this.#glides.delete(marker);
  }

  #step(now) {
    for (const [marker, { from, to, begin, millis }] of this.#glides) {
      const part = Math.min(1, Math.max(0, (now - begin) / millis));
      marker.setLatLng([from.lat + (to.lat - from.lat) * part, from.lng + (to.lng - from.lng) * part]);
      if (part === 1) this.#glides.delete(marker);
    }
    this.#frame = this.#glides.size > 0 ? requestAnimationFrame(next => this.#step(next)) : 0;
  }
}
