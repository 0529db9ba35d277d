// The vehicles as they are known here: read once, then kept up to date by the signals that arrive.

export class Fleet {
  #vehicles = new Map();
  #atlas;

  constructor(atlas) {
    this.#atlas = atlas;
  }

  get size() {
    return this.#vehicles.size;
  }

  all() {
    return [...this.#vehicles.values()];
  }

  get(id) {
    return this.#vehicles.get(id);
  }

  clear() {
    this.#vehicles.clear();
  }

  /** A vehicle as GET has it; what its signals have told meanwhile stays. */
  takeState(state) {
    const known = this.#vehicles.get(state.vehicleId);
    const particulars = { label: state.label, fleet: state.fleet, speedLimitKmh: state.speedLimitKmh };
    if (known?.at !== undefined && !(Date.parse(state.at) > known.at)) return Object.assign(known, particulars);
    const vehicle = known ?? { id: state.vehicleId };
    this.#vehicles.set(vehicle.id, vehicle);
    return Object.assign(vehicle, particulars, seen(state), {
      route: state.route,
      regions: state.regions.map(region => region.regionId),
      codes: state.codes.map(code => code.code),
      overspeed: state.overspeed,
    });
  }

  /** A signal of the stream; undefined when it says nothing newer. */
  takeSignal(signal) {
    const known = this.#vehicles.get(signal.vehicleId);
    if (known?.at >= Date.parse(signal.at)) return undefined;
    const vehicle = known ?? { id: signal.vehicleId, codes: [], overspeed: false };
    this.#vehicles.set(vehicle.id, vehicle);
    Object.assign(vehicle, seen(signal), {
      label: signal.label,
      fleet: signal.fleet,
      route: signal.route,
      regions: signal.regions,
      codes: signal.codes ?? vehicle.codes,
    });
    if (vehicle.speedKmh !== undefined) vehicle.overspeed = vehicle.speedKmh > this.#atlas.limitKmh(vehicle);
    return vehicle;
  }
}

function seen(signal) {
  return {
    at: signal.at === undefined ? undefined : Date.parse(signal.at),
    lat: signal.lat,
    lon: signal.lon,
    speedKmh: signal.speedKmh,
    bearing: signal.bearing,
  };
}

/** Whether a vehicle, or a signal of it, is one that a view asks for. */
export function matches(view, { fleet, route, regions }) {
  return (!view.fleet || fleet === view.fleet)
    && (!view.route || route === view.route)
    && (!view.region || regions.includes(view.region));
}
