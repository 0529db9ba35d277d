// The regions: on the map, each with a label to press, and in a list to change and delete them.
import { byId, el } from '/web/dom.js';
import { command } from '/web/api.js';
import { fit } from '/web/fleet/map.js';
import { lineClass } from '/web/fleet/lines.js';

const L = window.L;

export class Regions {
  #map;
  #atlas;
  #state;
  #layer;
  #outlines = new Map();

  /** @param edit called with the region that somebody wants to change */
  constructor(map, atlas, state, edit) {
    this.#map = map;
    this.#atlas = atlas;
    this.#state = state;
    this.edit = edit;
    this.#layer = L.layerGroup().addTo(map);
    atlas.onChange(() => this.#show());
    state.onChange(() => this.#show());
  }

  /** What one of them covers, or all. */
  bounds(chosen) {
    const bounds = L.latLngBounds([]);
    for (const [id, outline] of this.#outlines) if (!chosen || id === chosen) bounds.extend(outline.getBounds());
    return bounds;
  }

  #show() {
    this.#layer.clearLayers();
    this.#outlines.clear();
    for (const [id, feature] of this.#atlas.regions) this.#draw(id, feature);
    byId('region-list').replaceChildren(...[...this.#atlas.regions.keys()].map(id => this.#item(id)));
    byId('regions-empty').hidden = this.#atlas.regions.size > 0;
  }

  #draw(id, feature) {
    const chosen = this.#state.view.region === id;
    const className = `region ${lineClass(id, this.#atlas)}${chosen ? ' chosen' : ''}`;
    const outline = L.geoJSON(feature, { interactive: false, style: { className } }).addTo(this.#layer);
    this.#outlines.set(id, outline);
    const label = el('button', { type: 'button', onclick: () => this.#choose(id), 'aria-pressed': String(chosen) },
      this.#atlas.regionName(id));
    L.DomEvent.disableClickPropagation(label);
    const icon = L.divIcon({ className: `region-label ${className}`, html: label, iconSize: null });
    L.marker(outline.getLayers()[0].getCenter(), { icon, keyboard: false }).addTo(this.#layer);
  }

  #choose(id) {
    this.#state.change({ region: this.#state.view.region === id ? '' : id });
  }

  #item(id) {
    const { name = id, speedLimitKmh } = this.#atlas.regions.get(id).properties;
    const button = (text, onclick) => el('button', { type: 'button', className: 'small', onclick,
      'aria-label': `${text} ${name}` }, text);
    return el('li', {},
      el('span', { className: `swatch ${lineClass(id, this.#atlas)}` }),
      el('span', { className: 'name' }, name),
      el('span', { className: 'quiet' }, speedLimitKmh === undefined ? 'no limit' : `limit ${speedLimitKmh} km/h`),
      el('span', { className: 'actions' },
        button('Show', () => fit(this.#map, this.#outlines.get(id).getBounds(), true)),
        button('Edit', () => this.edit(this.#atlas.regions.get(id))),
        button('Delete', () => this.#askToDelete(id, name))));
  }

  #askToDelete(id, name) {
    const dialog = byId('delete-region');
    byId('delete-region-name').textContent = name;
    byId('delete-region-problem').textContent = '';
    dialog.querySelector('form').onsubmit = event => {
      if (event.submitter.value !== 'delete') return;
      event.preventDefault();
      this.#delete(id).then(() => dialog.close(), problem => {
        byId('delete-region-problem').textContent = problem.message;
      });
    };
    dialog.showModal();
  }

  async #delete(id) {
    await command('DELETE', `/v1/regions/${encodeURIComponent(id)}`);
    await this.#atlas.load();
    if (this.#state.view.region === id) this.#state.change({ region: '' });
  }
}
