// The vehicles on the map, whoever says where they are: the live signals or the replay of a day.
import { el } from '/web/dom.js';
import { Gliding, VehicleMarker } from '/web/fleet/marker.js';
import { onThemeChange } from '/web/theme.js';

const L = window.L;

export class Scene {
  #map;
  #markers = new Map();
  #gliding = new Gliding();
  #renderer;
  #describe;

  /** @param describe makes the element that the popup of a vehicle shows */
  constructor(map, describe) {
    this.#map = map;
    this.#describe = describe;
    map.createPane('vehicles').style.zIndex = 450;
    this.#renderer = L.canvas({ pane: 'vehicles', padding: 0.2, tolerance: 6 });
    onThemeChange(() => this.#markers.forEach(marker => marker.redraw()));
  }

  /** Shows a vehicle where it is and how it is doing; it takes so long to get there. */
  place(vehicle, state, glideMillis) {
    const place = [vehicle.lat, vehicle.lon];
    const marker = this.#markers.get(vehicle.id) ?? this.#add(vehicle, place, state);
    const looksAsBefore = marker.state === state && marker.bearing === vehicle.bearing;
    Object.assign(marker, { vehicle, state, bearing: vehicle.bearing });
    if (!looksAsBefore) marker.redraw();
    this.#gliding.to(marker, place, glideMillis);
    if (marker.isPopupOpen()) marker.getPopup().update();
  }

  /** Shows how a vehicle is doing, where it is. */
  restate(id, state) {
    const marker = this.#markers.get(id);
    if (!marker || marker.state === state) return;
    marker.state = state;
    marker.redraw();
  }

  #add(vehicle, place, state) {
    const marker = new VehicleMarker(place, { renderer: this.#renderer, pane: 'vehicles' });
    Object.assign(marker, { vehicle, state, bearing: vehicle.bearing });
    marker.bindTooltip(() => el('span', {}, marker.vehicle.label), { direction: 'top', offset: [0, -8] });
    marker.bindPopup(() => this.#describe(marker.vehicle), { autoPan: false, offset: [0, -4], maxWidth: 260 });
    this.#markers.set(vehicle.id, marker);
    return marker.addTo(this.#map);
  }

  remove(id) {
    const marker = this.#markers.get(id);
    if (!marker) return;
    this.#gliding.forget(marker);
    marker.remove();
    this.#markers.delete(id);
  }

  clear() {
    for (const id of [...this.#markers.keys()]) this.remove(id);
  }

  /** Brings a vehicle into sight and says what is known of it. */
  select(id) {
    const marker = this.#markers.get(id);
    if (!marker) return;
    if (!this.#map.getBounds().pad(-0.15).contains(marker.getLatLng())) this.#map.panTo(marker.getLatLng());
    marker.openPopup();
  }

  bounds() {
    return L.latLngBounds([...this.#markers.values()].map(marker => marker.getLatLng()));
  }
}
