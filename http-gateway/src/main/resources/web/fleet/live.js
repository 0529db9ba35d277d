// Follows the vehicles: their state first, and from then on every signal as it arrives.
import { getAll, getJson, withParameters } from '/web/api.js';

const PAGE = 500;
export const MOST_VEHICLES = 20_000;
const AGAIN_MILLIS = 3000;

/**
 * Fills a fleet and keeps it up to date.
 *
 * @param tell.changed called with each vehicle of which something newer is known
 * @param tell.connection called with 'connecting', 'live' or 'lost'
 * @param tell.loaded called when the state of all is there
 * @param tell.failed called with what went wrong while reading it
 * @returns what stops it
 */
export function follow(fleet, filter, tell) {
  const aborter = new AbortController();
  let source;
  let loaded = false;

  function connect() {
    tell.connection('connecting');
    source = new EventSource(withParameters('/v1/vehicles/stream', filter));
    source.addEventListener('open', () => tell.connection('live'));
    source.addEventListener('signal', event => take(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      tell.connection('lost');
      // The browser connects again by itself and misses nothing, unless it was refused: then all is read anew.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => aborter.signal.aborted || start(), AGAIN_MILLIS);
    });
  }

  function take(signal) {
    const isNew = fleet.get(signal.vehicleId) === undefined;
    const vehicle = fleet.takeSignal(signal);
    if (vehicle) tell.changed(vehicle);
    if (isNew && loaded) readParticulars(signal.vehicleId);
  }

  /** What no signal tells, such as its own limit. */
  async function readParticulars(id) {
    try {
      tell.changed(fleet.takeState(await getJson(`/v1/vehicles/${encodeURIComponent(id)}`, {}, aborter.signal)));
    } catch { /* The view is a moment behind the signal; nothing that is shown depends on it. */ }
  }

  async function start() {
    connect();
    try {
      const states = await getAll(withParameters('/v1/vehicles', { ...filter, limit: PAGE }), MOST_VEHICLES,
        aborter.signal);
      for (const state of states) tell.changed(fleet.takeState(state));
      loaded = true;
      tell.loaded();
    } catch (problem) {
      if (!aborter.signal.aborted) tell.failed(problem);
    }
  }

  start();
  return () => {
    aborter.abort();
    source.close();
  };
}
