// A vehicle in a few words.
import { el } from '/web/dom.js';
import { ago, dayField, moment } from '/web/time.js';
import { STATES } from '/web/fleet/states.js';

const WINDS = ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest'];

export function speed(kmh) {
  return kmh === undefined ? '–' : `${kmh.toFixed(kmh < 10 ? 1 : 0)} km/h`;
}

export function heading(bearing) {
  return `${Math.round(bearing)}°, ${WINDS[Math.round(bearing / 45) % 8]}`;
}

/** The page of a vehicle; from a period that is over, on its first day. */
export function vehiclePage(id, period) {
  return `/fleet/vehicle?${new URLSearchParams({ id, ...(period.live ? {} : { day: dayField(period.from) }) })}`;
}

/** What the popup of a vehicle says. */
export function popup(vehicle, state, nowMillis, atlas, page) {
  const rows = [
    ['Speed', speed(vehicle.speedKmh)],
    ['Heading', vehicle.bearing === undefined ? undefined : heading(vehicle.bearing)],
    ['Route', vehicle.route && atlas.routeName(vehicle.route)],
    ['Regions', vehicle.regions.map(id => atlas.regionName(id)).join(', ') || undefined],
    ['Codes', vehicle.codes?.join(', ') || undefined],
    ['Signal', nowMillis - vehicle.at < 86_400_000 ? ago(nowMillis - vehicle.at) : moment(vehicle.at)],
  ];
  return el('div', { className: 'vehicle-popup' },
    el('strong', {}, vehicle.label),
    el('span', { className: `state ${state}` }, STATES[state]),
    el('dl', {}, ...rows.filter(([, value]) => value !== undefined)
      .map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value)))),
    el('a', { href: page }, 'Track and history'));
}
