// The regions and routes that there are: where they lie, how they are called, how fast one may be there.
import { getJson } from '/web/api.js';

export class Atlas {
  regions = new Map();
  routes = new Map();
  #listeners = [];
  #asRead = '';

  /** Tells when it has changed. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  async load() {
    const [regions, routes] = await Promise.all([getJson('/v1/regions'), getJson('/v1/routes')]);
    const asRead = JSON.stringify([regions, routes]);
    if (asRead === this.#asRead) return;
    this.#asRead = asRead;
    this.regions = new Map(regions.features.map(feature => [feature.id, feature]));
    this.routes = new Map(routes.items.map(route => [route.routeId, route]));
    for (const listener of this.#listeners) listener();
  }

  regionName(id) {
    return this.regions.get(id)?.properties.name ?? id;
  }

  routeName(id) {
    return this.routes.get(id)?.label ?? id;
  }

  /** The limit in force, in km/h: the strictest of the vehicle's, its route's and its regions'; infinite without any. */
  limitKmh(vehicle) {
    const limits = vehicle.regions.map(id => this.regions.get(id)?.properties.speedLimitKmh);
    limits.push(vehicle.speedLimitKmh, this.routes.get(vehicle.route)?.speedLimitKmh);
    return Math.min(...limits.filter(limit => limit !== undefined));
  }
}
