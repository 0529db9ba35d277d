// A vehicle on the map: drawn on a canvas, since there may be thousands, and gliding from place to place.
import { STAMP_PIXELS, stamp } from '/web/fleet/states.js';
import { prefersStillness } from '/web/theme.js';

const L = window.L;
/** Canvases of Leaflet have so many points per pixel. */
const RATIO = L.Browser.retina ? 2 : 1;
/** More at a time are moved in steps instead of for each picture. */
const MANY = 250;
const STEP_MILLIS = 120;
/** Nobody glides farther: that is a jump. */
const LONGEST_GLIDE_METERS = 3000;

/** @property state, bearing how it is drawn; set them before it is moved or redrawn */
export const VehicleMarker = L.CircleMarker.extend({
  options: { radius: STAMP_PIXELS / 2, interactive: true },

  _updatePath() {
    const { _drawing, _layers, _ctx } = this._renderer;
    if (!_drawing || this._empty() || !_layers[this._leaflet_id]) return;
    const corner = this._point.subtract([STAMP_PIXELS / 2, STAMP_PIXELS / 2])._round();
    _ctx.drawImage(stamp(this.state, this.bearing, RATIO), corner.x, corner.y, STAMP_PIXELS, STAMP_PIXELS);
  },
});

/** Moves markers smoothly, all in one go per picture. */
export class Gliding {
  #glides = new Map();
  #frame = 0;
  #stepped = 0;

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
    this.#frame = requestAnimationFrame(next => this.#step(next));
    if (this.#glides.size > MANY && now - this.#stepped < STEP_MILLIS) return;
    this.#stepped = now;
    for (const [marker, { from, to, begin, millis }] of this.#glides) {
      const part = Math.min(1, Math.max(0, (now - begin) / millis));
      marker.setLatLng([from.lat + (to.lat - from.lat) * part, from.lng + (to.lng - from.lng) * part]);
      if (part === 1) this.#glides.delete(marker);
    }
    if (this.#glides.size > 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
