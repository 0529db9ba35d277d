// The page of the fleet: puts its parts together and keeps them up to date.
import { getAll } from '/web/api.js';
import { byId } from '/web/dom.js';
import { zone } from '/web/time.js';
import { Atlas } from '/web/fleet/atlas.js';
import { Codes } from '/web/fleet/codes.js';
import { Drawing } from '/web/fleet/draw.js';
import { Filters } from '/web/fleet/filters.js';
import { FleetMap } from '/web/fleet/fleetmap.js';
import { MOST_VEHICLES } from '/web/fleet/live.js';
import { Regions } from '/web/fleet/regions.js';
import { SpeedPanel } from '/web/fleet/speedpanel.js';
import { FILTERS, ViewState, periodOf, sameIn } from '/web/fleet/view.js';
import '/web/fleet/glyphs.js';

/** How often what is counted is counted again while the period goes on. */
const COUNT_MILLIS = 30_000;

const state = new ViewState();
const atlas = new Atlas();
const filters = new Filters(state, atlas);
const fleetMap = new FleetMap(state, atlas, vehicle => filters.learn(vehicle));
const regions = new Regions(fleetMap.map, atlas, state, feature => drawing.edit(feature));
const drawing = new Drawing(fleetMap.map, atlas);
const codes = new Codes();
const speeds = new SpeedPanel(state, atlas,
  lines => (lines === 'region' ? [...atlas.regions.keys()] : filters.routes()));
fleetMap.boundsOfRegions = chosen => regions.bounds(chosen);

function count(view) {
  speeds.show(view);
  codes.show(view);
}

state.onChange((view, before) => {
  if (!sameIn(view, before, ...FILTERS)) {
    fleetMap.show(view);
    count(view);
  } else if (!sameIn(view, before, 'lines', 'plan')) {
    speeds.show(view);
  } else {
    speeds.restyle(view);
  }
});

/** With a fleet chosen from the beginning nobody has heard of the others, which one may want to choose as well. */
async function learnOthers() {
  try {
    for (const vehicle of await getAll('/v1/vehicles?limit=500', MOST_VEHICLES)) filters.learn(vehicle);
  } catch { /* Then there is less to choose from. */ }
}

async function start() {
  for (const place of document.querySelectorAll('.zone')) place.textContent = zone();
  try {
    await atlas.load();
  } catch (problem) {
    byId('page-problem').textContent = `The regions and routes could not be read: ${problem.message}`;
  }
  // A region that has just been drawn or deleted is a line more or less.
  atlas.onChange(() => speeds.show(state.view));
  fleetMap.show(state.view);
  count(state.view);
  if (state.view.fleet) learnOthers();
  setInterval(() => {
    if (document.hidden) return;
    // Somebody else may have drawn something; whoever cannot be asked now is asked again.
    atlas.load().catch(() => {});
    if (periodOf(state.view).live) count(state.view);
  }, COUNT_MILLIS);
}

start();
