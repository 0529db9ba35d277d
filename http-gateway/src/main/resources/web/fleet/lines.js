// Which colour belongs to which region or route, on the map as in the chart.
import { LINE_COLORS } from '/web/theme.js';

/** The number of a region's or route's colour: its place among all, so that it keeps it while others are hidden. */
export function lineColor(id, atlas) {
  const among = atlas.regions.has(id) ? [...atlas.regions.keys()] : [...atlas.routes.keys()];
  return Math.max(0, among.indexOf(id)) % LINE_COLORS;
}

export function lineClass(id, atlas) {
  return `line-${lineColor(id, atlas)}`;
}
