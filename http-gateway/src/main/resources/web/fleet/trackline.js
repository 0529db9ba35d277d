// A track on the map, over the regions that it went through.
import { lineClass } from '/web/fleet/lines.js';

const L = window.L;
/** Between two signals that are farther apart nobody knows the way. */
const GAP_MILLIS = 300_000;

export class TrackLine {
  #layer;
  #atlas;
  #mark;
  #points = [];

  /** @param pointed called with the index of the point that the mouse is near to */
  constructor(map, atlas, pointed) {
    this.map = map;
    this.#atlas = atlas;
    for (const [id, feature] of atlas.regions) {
      L.geoJSON(feature, { interactive: false, style: { className: `region ${lineClass(id, atlas)}` } }).addTo(map);
    }
    this.#layer = L.layerGroup().addTo(map);
    this.#mark = L.circleMarker([0, 0], { className: 'track-mark', radius: 7, interactive: false });
    map.on('mousemove click', event => pointed(this.#nearest(event.latlng)));
  }

  draw(points) {
    this.#points = points;
    this.#layer.clearLayers();
    const style = className => ({ className, interactive: false, smoothFactor: 1 });
    L.polyline(pieces(points), style('track')).addTo(this.#layer);
    const tooFast = points.map(point => point.speedKmh > this.#atlas.limitKmh(point));
    L.polyline(pieces(points, tooFast), style('track too-fast')).addTo(this.#layer);
    for (const [point, words] of [[points[0], 'Start'], [points.at(-1), 'End']]) {
      L.circleMarker(place(point), { className: 'track-end', radius: 4, interactive: false })
        .bindTooltip(words, { permanent: true, direction: 'top', className: 'track-word' }).addTo(this.#layer);
    }
  }

  mark(point) {
    this.#mark.setLatLng(place(point)).addTo(this.map).bringToFront();
  }

  bounds() {
    return L.latLngBounds(this.#points.map(place));
  }

  #nearest(latlng) {
    const scale = Math.cos((latlng.lat * Math.PI) / 180);
    const distance = point => ((point.lon - latlng.lng) * scale) ** 2 + (point.lat - latlng.lat) ** 2;
    return this.#points.reduce((best, point, i) => (distance(point) < distance(this.#points[best]) ? i : best), 0);
  }
}

function place({ lat, lon }) {
  return [lat, lon];
}

/** The stretches without a gap; of those wanted only, each with the point before it. */
export function pieces(points, wanted) {
  const found = [];
  points.forEach((point, i) => {
    const isJoined = i > 0 && point.at - points[i - 1].at <= GAP_MILLIS;
    if (wanted && !wanted[i]) return;
    const isGoingOn = isJoined && found.length > 0 && (!wanted || wanted[i - 1]);
    if (isGoingOn) found.at(-1).push(place(point));
    else found.push(wanted && isJoined ? [place(points[i - 1]), place(point)] : [place(point)]);
  });
  return found;
}
