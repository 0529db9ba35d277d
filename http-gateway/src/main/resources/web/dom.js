// Builds elements. Text only ever becomes a text node: nothing that comes from the API is read as HTML.

/** An element with properties, or attributes if there is a dash in their names, and children; a string is a text. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [property, value] of Object.entries(properties)) {
    if (property.includes('-')) element.setAttribute(property, value);
    else element[property] = value;
  }
  element.append(...children);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

export function cell(content, className = '') {
  return el('td', { className }, content);
}

/** A list of terms; those without a value are left out. */
export function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== undefined);
  return el('dl', { className: 'facts' },
    ...shown.map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value))));
}

/** A table that scrolls sideways on a phone; a heading that ends in # is of numbers. */
export function table(headings, rows) {
  const head = headings.map(heading => el('th', { className: heading.endsWith('#') ? 'num' : '' },
    heading.replace('#', '')));
  return el('div', { className: 'scroll' },
    el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)));
}

/** A link that looks up an account or a transfer on this page. */
export function lookupLink(kind, id) {
  return el('a', { href: `#${new URLSearchParams({ [kind]: id })}` }, id);
}
