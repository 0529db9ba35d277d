// How a vehicle is doing, and how each of these ways looks: never by colour alone.
import { color, onThemeChange } from '/web/theme.js';

/** Whoever has sent nothing for so long is silent. */
export const SILENT_MILLIS = 90_000;
/** Slower is standing: satellites see a parked bus crawl. */
const MOVING_KMH = 1;

export const STATES = { overspeed: 'Too fast', moving: 'Moving', standing: 'Standing', silent: 'Silent' };

export function stateOf(vehicle, nowMillis) {
  if (nowMillis - vehicle.at > SILENT_MILLIS) return 'silent';
  if (vehicle.overspeed) return 'overspeed';
  return vehicle.speedKmh >= MOVING_KMH ? 'moving' : 'standing';
}

const RADIUS = 9;
export const STAMP_PIXELS = 2 * Math.ceil(RADIUS * 1.3);
/** Nobody sees a smaller turn. */
const STEP_DEGREES = 6;
const stamps = new Map();

/**
 * The picture of a state, to be put on a canvas: arrows move, discs stand, rings are silent, and a halo is too fast. It is
 * made once and put down thousands of times.
 *
 * @param ratio points of the screen per pixel of the page
 */
export function stamp(state, bearing, ratio) {
  const step = bearing === undefined ? undefined : Math.round(bearing / STEP_DEGREES);
  const key = `${state} ${step} ${ratio}`;
  if (!stamps.has(key)) stamps.set(key, drawn(state, step === undefined ? undefined : step * STEP_DEGREES, ratio));
  return stamps.get(key);
}

function drawn(state, bearing, ratio) {
  const size = STAMP_PIXELS * ratio;
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  context.translate(STAMP_PIXELS / 2, STAMP_PIXELS / 2);
  context.lineWidth = 2;
  context.strokeStyle = color('card');
  context.fillStyle = color(`state-${state}`);
  if (state === 'overspeed') halo(context);
  if (state === 'silent') ring(context);
  else if (state === 'standing' || bearing === undefined) disc(context);
  else arrow(context, bearing);
  return canvas;
}

function halo(context) {
  context.save();
  context.globalAlpha = 0.35;
  context.beginPath();
  context.arc(0, 0, RADIUS * 1.25, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

function ring(context) {
  context.beginPath();
  context.arc(0, 0, RADIUS * 0.5, 0, 2 * Math.PI);
  context.fillStyle = color('card');
  context.fill();
  context.strokeStyle = color('state-silent');
  context.stroke();
}

function disc(context) {
  context.beginPath();
  context.arc(0, 0, RADIUS * 0.62, 0, 2 * Math.PI);
  context.stroke();
  context.fill();
}

function arrow(context, bearing) {
  context.rotate((bearing * Math.PI) / 180);
  context.beginPath();
  context.moveTo(0, -RADIUS);
  context.lineTo(RADIUS * 0.78, RADIUS * 0.85);
  context.lineTo(0, RADIUS * 0.45);
  context.lineTo(-RADIUS * 0.78, RADIUS * 0.85);
  context.closePath();
  context.lineJoin = 'round';
  context.stroke();
  context.fill();
}

/** Of screens that are finer, the browser makes it coarser itself. */
const GLYPH_RATIO = 2;
const glyphs = new Map();
const shown = new Set();

/** A picture of a state, as in the map; its meaning stands beside it. */
export function glyph(state) {
  const image = Object.assign(new Image(STAMP_PIXELS, STAMP_PIXELS), { alt: '', className: 'glyph' });
  shown.add(new WeakRef(image));
  return showState(image, state);
}

/** Changes a picture to that of another state. */
export function showState(image, state) {
  if (!glyphs.has(state)) glyphs.set(state, stamp(state, 0, GLYPH_RATIO).toDataURL());
  image.dataset.state = state;
  image.src = glyphs.get(state);
  return image;
}

onThemeChange(() => {
  stamps.clear();
  glyphs.clear();
  for (const reference of shown) {
    const image = reference.deref();
    if (image) showState(image, image.dataset.state);
    else shown.delete(reference);
  }
});
