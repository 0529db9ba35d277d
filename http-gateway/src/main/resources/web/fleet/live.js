// Follows the vehicles: their state first, and from then on every signal as it arrives.
import { getAll, getJson, withParameters } from '/web/api.js';
import { openStream } from '/web/stream.js';

const PAGE = 500;
export const MOST_VEHICLES = 20_000;

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
  let isLoaded = false;

  function take(signal) {
    const isNew = fleet.get(signal.vehicleId) === undefined;
    const vehicle = fleet.takeSignal(signal);
    if (vehicle) tell.changed(vehicle);
    if (isNew && isLoaded) readParticulars(signal.vehicleId);
  }

  /** What no signal tells, such as its own limit. */
  async function readParticulars(id) {
    try {
      tell.changed(fleet.takeState(await getJson(`/v1/vehicles/${encodeURIComponent(id)}`, {}, aborter.signal)));
    } catch { /* The view is a moment behind the signal; nothing that is shown depends on it. */ }
  }

  async function load() {
    try {
      const path = withParameters('/v1/vehicles', { ...filter, limit: PAGE });
      for (const state of await getAll(path, MOST_VEHICLES, aborter.signal)) tell.changed(fleet.takeState(state));
      isLoaded = true;
      tell.loaded();
    } catch (problem) {
      if (!aborter.signal.aborted) tell.failed(problem);
    }
  }

  // The stream first: what arrives while the states are read is newer than they are.
  const close = openStream(withParameters('/v1/vehicles/stream', filter),
    { events: { signal: take }, connection: tell.connection, begunAnew: load });
  load();
  return () => {
    aborter.abort();
    close();
  };
}
