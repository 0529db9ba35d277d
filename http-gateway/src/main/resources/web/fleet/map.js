// A map without a tile server: a calm ground with the lines of latitude and longitude, on which others draw.
const L = window.L;

const WORLD = [[-60, -170], [75, 170]];
const CLOSEST = 17;

export function createMap(element) {
  const map = L.map(element, {
    zoomSnap: 0.25,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 100,
    maxZoom: 20,
    minZoom: 1,
    worldCopyJump: true,
    maxBoundsViscosity: 1,
  });
  map.attributionControl.setPrefix('Leaflet');
  L.control.scale().addTo(map);
  map.fitBounds(WORLD);
  graticule(map);
  // The map's element changes its size with the page, on which Leaflet keeps no eye.
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(element);
  return map;
}

/** Shows all of some bounds, but a single point not from too near. */
export function fit(map, bounds, animate = false) {
  // What has just been shown beside the map may have made it smaller.
  map.invalidateSize({ animate: false });
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [36, 36], maxZoom: CLOSEST - 2, animate });
}

/** Degrees between two lines, from near to far; the first of which a handful is seen is taken. */
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45];
const FEWEST_PIXELS = 110;

function graticule(map) {
  const pane = map.createPane('graticule');
  pane.style.zIndex = 150;
  pane.style.pointerEvents = 'none';
  const lines = L.layerGroup().addTo(map);
  const draw = () => {
    lines.clearLayers();
    const bounds = map.getBounds().pad(0.5);
    const degreesPerPixel = (map.getBounds().getEast() - map.getBounds().getWest()) / map.getSize().x;
    const step = STEPS.find(degrees => degrees / degreesPerPixel >= FEWEST_PIXELS) ?? STEPS.at(-1);
    const [south, north] = [Math.max(bounds.getSouth(), -85), Math.min(bounds.getNorth(), 85)];
    for (const lon of multiples(step, bounds.getWest(), bounds.getEast())) {
      line([[south, lon], [north, lon]]);
      label([map.getBounds().getNorth(), lon], degrees(lon, step, 'E', 'W'), 'meridian');
    }
    for (const lat of multiples(step, south, north)) {
      line([[lat, bounds.getWest()], [lat, bounds.getEast()]]);
      label([lat, map.getBounds().getEast()], degrees(lat, step, 'N', 'S'), 'parallel');
    }
  };
  const line = points => L.polyline(points, { pane: 'graticule', className: 'graticule', interactive: false })
    .addTo(lines);
  const label = (point, text, className) => L.marker(point, {
    pane: 'graticule',
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ className: `graticule-label ${className}`, html: textElement(text), iconSize: null }),
  }).addTo(lines);
  map.on('moveend resize', draw);
  draw();
}

function textElement(text) {
  const element = document.createElement('span');
  element.textContent = text;
  return element;
}

function multiples(step, from, to) {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
}

function degrees(value, step, positive, negative) {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return `${Math.abs(value).toFixed(decimals)}° ${value < 0 ? negative : positive}`;
}
