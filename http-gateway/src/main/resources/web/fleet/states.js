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

/** Draws a state with its middle at x, y: arrows move, discs stand, rings are silent, and a halo is too fast. */
export function drawState(context, { x, y }, radius, state, bearing) {
  context.save();
  context.translate(x, y);
  context.lineWidth = 2;
  context.strokeStyle = color('card');
  context.fillStyle = color(`state-${state}`);
  if (state === 'overspeed') halo(context, radius);
  if (state === 'silent') ring(context, radius);
  else if (state === 'standing' || bearing === undefined) disc(context, radius * 0.62);
  else arrow(context, radius, bearing);
  context.restore();
}

function halo(context, radius) {
  context.save();
  context.globalAlpha = 0.35;
  context.beginPath();
  context.arc(0, 0, radius * 1.25, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

function ring(context, radius) {
  context.beginPath();
  context.arc(0, 0, radius * 0.5, 0, 2 * Math.PI);
  context.fillStyle = color('card');
  context.fill();
  context.strokeStyle = color('state-silent');
  context.stroke();
}

function disc(context, radius) {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  context.fill();
}

function arrow(context, radius, bearing) {
  context.rotate((bearing * Math.PI) / 180);
  context.beginPath();
  context.moveTo(0, -radius);
  context.lineTo(radius * 0.78, radius * 0.85);
  context.lineTo(0, radius * 0.45);
  context.lineTo(-radius * 0.78, radius * 0.85);
  context.closePath();
  context.lineJoin = 'round';
  context.stroke();
  context.fill();
}

const GLYPH_PIXELS = 20;
const glyphs = new Map();
const shown = new Set();

/** A picture of a state, as in the map; its meaning stands beside it. */
export function glyph(state) {
  const image = Object.assign(new Image(GLYPH_PIXELS, GLYPH_PIXELS), { alt: '', className: 'glyph' });
  shown.add(new WeakRef(image));
  return showState(image, state);
}

/** Changes a picture to that of another state. */
export function showState(image, state) {
  if (!glyphs.has(state)) glyphs.set(state, picture(state));
  image.dataset.state = state;
  image.src = glyphs.get(state);
  return image;
}

function picture(state) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 2 * GLYPH_PIXELS, height: 2 * GLYPH_PIXELS });
  const context = canvas.getContext('2d');
  context.scale(2, 2);
  drawState(context, { x: GLYPH_PIXELS / 2, y: GLYPH_PIXELS / 2 }, 7.5, state, 0);
  return canvas.toDataURL();
}

onThemeChange(() => {
  glyphs.clear();
  for (const reference of shown) {
    const image = reference.deref();
    if (image) showState(image, image.dataset.state);
    else shown.delete(reference);
  }
});
