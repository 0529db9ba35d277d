// The colours of the style sheets, for what draws by itself.

const dark = matchMedia('(prefers-color-scheme: dark)');

/** The value of the variable --name. */
export function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Tells when the colours have changed. */
export function onThemeChange(listener) {
  dark.addEventListener('change', listener);
}

/** Whether whoever looks wants things to keep still. */
export function prefersStillness() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** How many lines can be told apart by their colours, --line-0 and on. */
export const LINE_COLORS = 8;
