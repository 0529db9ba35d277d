// The page of one vehicle: how it is now, where it was on a day, what has happened to it.
import { getJson, withParameters } from '/web/api.js';
import { byId, el, facts } from '/web/dom.js';
import { ago, dayField, moment, startOfDay, zone } from '/web/time.js';
import { openStream } from '/web/stream.js';
import { Atlas } from '/web/fleet/atlas.js';
import { heading, speed } from '/web/fleet/describe.js';
import { History } from '/web/fleet/history.js';
import { STATES, glyph, showState, stateOf } from '/web/fleet/states.js';
import { Track } from '/web/fleet/track.js';
import { showCodes } from '/web/fleet/vehiclecodes.js';

const CLOCK_MILLIS = 5000;
/** Signals come more often than anybody reads what they change. */
const REFRESH_MILLIS = 1000;

const parameters = new URLSearchParams(location.search);
const id = parameters.get('id') ?? '';
const path = `/v1/vehicles/${encodeURIComponent(id)}`;
const atlas = new Atlas();
const track = new Track(path, id, atlas);
const timeline = new History(path, atlas);
const picture = glyph('silent');
let vehicle;

/** The state, once more with every signal but not more than once in a while. */
async function refresh() {
  vehicle = await getJson(path);
  document.title = `${vehicle.label} – Varve`;
  byId('label').textContent = vehicle.label;
  byId('latest').replaceChildren(facts([
    ['Id', vehicle.vehicleId],
    ['Fleet', vehicle.fleet],
    ['Route', vehicle.route && atlas.routeName(vehicle.route)],
    ['Kind', vehicle.kind],
    ['Own limit', vehicle.speedLimitKmh && speed(vehicle.speedLimitKmh)],
    ['Speed', vehicle.at && speed(vehicle.speedKmh)],
    ['Heading', vehicle.bearing === undefined ? undefined : heading(vehicle.bearing)],
    ['Position', vehicle.at && `${vehicle.lat.toFixed(5)}, ${vehicle.lon.toFixed(5)}`],
    ['Last signal', vehicle.at && moment(Date.parse(vehicle.at))],
    ['Odometer', vehicle.odometerKm === undefined ? undefined : `${vehicle.odometerKm.toLocaleString('en')} km`],
    ['Trip', vehicle.trip],
    ['Regions', vehicle.regions.map(each => atlas.regionName(each.regionId)).join(', ') || undefined],
    ['Active codes', vehicle.codes.map(each => each.code).join(', ') || undefined],
    ...Object.entries(vehicle.attributes ?? {}),
  ]));
  showHowItIs();
}

function showHowItIs() {
  if (!vehicle) return;
  if (!vehicle.at) {
    byId('state').textContent = 'has not sent anything yet';
    return;
  }
  const at = Date.parse(vehicle.at);
  const state = stateOf({ ...vehicle, at }, Date.now());
  byId('state').replaceChildren(showState(picture, state), STATES[state], el('span', { className: 'quiet' },
    ago(Date.now() - at)));
}

/** Follows the signals of this vehicle alone. */
function follow() {
  let isDue = false;
  const refreshSoon = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      refresh().catch(() => {});
    }, REFRESH_MILLIS);
  };
  openStream(withParameters('/v1/vehicles/stream', { vehicle: id }), {
    connection: state => {
      if (state !== 'live') return;
      // What came between the reading of the page and the beginning of the stream, or while it was away.
      track.show(wantedDay());
      refreshSoon();
    },
    events: {
      signal: signal => {
        track.add(signal);
        refreshSoon();
      },
    },
  });
}

function chooseDay(day) {
  parameters.set('day', day);
  history.pushState(null, '', `${location.pathname}?${parameters}`);
  track.show(day);
}

/** The day that the address names, or the last one with a signal. */
function wantedDay() {
  const day = new URLSearchParams(location.search).get('day') ?? '';
  return Number.isNaN(Date.parse(day)) ? dayField(vehicle.at ? Date.parse(vehicle.at) : Date.now()) : day;
}

function listen() {
  const { day } = byId('day-form').elements;
  const move = days => chooseDay(dayField(startOfDay(`${day.value}T00:00`, days)));
  day.addEventListener('change', () => day.value && chooseDay(day.value));
  byId('day-form').addEventListener('submit', event => event.preventDefault());
  byId('day-before').addEventListener('click', () => move(-1));
  byId('day-after').addEventListener('click', () => move(1));
  window.addEventListener('popstate', () => track.show(wantedDay()));
}

async function start() {
  for (const place of document.querySelectorAll('.zone')) place.textContent = zone();
  if (document.referrer.startsWith(`${location.origin}/fleet?`)) byId('back').href = document.referrer;
  try {
    if (!id) throw new Error('The address names no vehicle: go back and choose one.');
    await atlas.load();
    await refresh();
  } catch (problem) {
    byId('page-problem').textContent = problem.message;
    return;
  }
  byId('known').hidden = false;
  listen();
  track.show(wantedDay());
  timeline.show();
  showCodes(path);
  follow();
  setInterval(showHowItIs, CLOCK_MILLIS);
}

start();
