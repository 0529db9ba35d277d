// Draws a region by clicking its corners on the map, and changes the name and the limit of one that is there.
import { command } from '/web/api.js';
import { byId } from '/web/dom.js';

const L = window.L;
const FEWEST_CORNERS = 3;

export class Drawing {
  #map;
  #atlas;
  #corners = [];
  #geometry;
  #sketch;
  #form = byId('draw-form');
  #panel = byId('draw');
  #idIsOwn = false;

  constructor(map, atlas) {
    this.#map = map;
    this.#atlas = atlas;
    this.#sketch = L.layerGroup().addTo(map);
    byId('draw-start').addEventListener('click', () => this.start());
    byId('draw-undo').addEventListener('click', () => this.#undo());
    byId('draw-cancel').addEventListener('click', () => this.#end());
    this.#form.addEventListener('submit', event => this.#save(event));
    this.#form.elements.name.addEventListener('input', () => this.#suggestId());
    this.#form.elements.id.addEventListener('input', () => {
      this.#idIsOwn = true;
    });
    map.on('click', event => this.#add(event.latlng));
    // The keyboard moves the map under the cross in its middle.
    map.getContainer().addEventListener('keydown', event => {
      if (event.key === 'Enter' && event.target === map.getContainer()) this.#add(map.getCenter());
      if (event.key === 'Escape') this.#end();
    });
  }

  start() {
    this.#open({ id: '', properties: {} });
    this.#map.getContainer().classList.add('drawing');
    this.#map.doubleClickZoom.disable();
    this.#map.closePopup();
    this.#map.getContainer().focus({ preventScroll: true });
  }

  /** Opens the form for a region that is there; its outline stays. */
  edit(feature) {
    this.#open(feature);
    this.#geometry = feature.geometry;
    this.#tell('Its outline stays as it is.');
    byId('draw-undo').hidden = true;
    this.#panel.scrollIntoView({ block: 'center' });
    this.#form.elements.name.focus();
  }

  #open({ id, properties }) {
    this.#end();
    this.#panel.hidden = false;
    byId('draw-start').hidden = true;
    byId('draw-undo').hidden = false;
    byId('draw-title').textContent = id ? `Region ${properties.name ?? id}` : 'A new region';
    const { name, limit } = this.#form.elements;
    this.#form.elements.id.value = id;
    this.#form.elements.id.readOnly = id !== '';
    name.value = properties.name ?? '';
    limit.value = properties.speedLimitKmh ?? '';
    this.#idIsOwn = id !== '';
    this.#draw();
  }

  #end() {
    this.#panel.hidden = true;
    byId('draw-start').hidden = false;
    this.#map.getContainer().classList.remove('drawing');
    this.#map.doubleClickZoom.enable();
    this.#corners = [];
    this.#geometry = undefined;
    this.#sketch.clearLayers();
    byId('draw-problem').textContent = '';
  }

  get #isDrawing() {
    return this.#map.getContainer().classList.contains('drawing');
  }

  #add(corner) {
    if (!this.#isDrawing) return;
    this.#corners.push(corner.wrap());
    this.#draw();
  }

  #undo() {
    this.#corners.pop();
    this.#draw();
  }

  #draw() {
    this.#sketch.clearLayers();
    const style = { className: 'sketch', interactive: false };
    if (this.#corners.length > 1) L.polygon(this.#corners, style).addTo(this.#sketch);
    for (const corner of this.#corners) L.circleMarker(corner, { ...style, radius: 5 }).addTo(this.#sketch);
    const lacking = FEWEST_CORNERS - this.#corners.length;
    byId('draw-undo').disabled = this.#corners.length === 0;
    this.#tell(lacking > 0
      ? `Click its corners on the map, one after the other: ${lacking} more at least.`
      : `${this.#corners.length} corners. Add more, or give it a name and save it.`);
  }

  #tell(text) {
    byId('draw-state').textContent = text;
  }

  /** An id is made of the name until somebody writes one. */
  #suggestId() {
    if (this.#idIsOwn) return;
    this.#form.elements.id.value = this.#form.elements.name.value.normalize('NFD').toLowerCase()
      .replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
  }

  async #save(event) {
    event.preventDefault();
    const problem = byId('draw-problem');
    problem.textContent = '';
    const { name, limit, id } = this.#form.elements;
    try {
      if (!this.#geometry && this.#corners.length < FEWEST_CORNERS) throw new Error('A region has at least 3 corners');
      if (!this.#geometry && this.#atlas.regions.has(id.value)) {
        throw new Error('There is a region with this id already');
      }
      await command('PUT', `/v1/regions/${encodeURIComponent(id.value)}`, {
        type: 'Feature',
        geometry: this.#geometry ?? { type: 'Polygon', coordinates: [ring(this.#corners)] },
        properties: {
          name: name.value.trim(),
          ...(limit.value ? { speedLimitKmh: Number(limit.value) } : {}),
        },
      });
      await this.#atlas.load();
      this.#end();
      byId('draw-start').focus();
    } catch (failure) {
      problem.textContent = failure.message;
    }
  }
}

/** Longitude before latitude and closed, as GeoJSON wants it; counterclockwise outside (RFC 7946). */
function ring(corners) {
  const points = corners.map(({ lat, lng }) => [round(lng), round(lat)]);
  const closed = [...points, points[0]];
  const doubleArea = points.reduce((sum, [x, y], i) => sum + (x * closed[i + 1][1] - closed[i + 1][0] * y), 0);
  return doubleArea < 0 ? closed.reverse() : closed;
}

/** To about 10 cm. */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}
