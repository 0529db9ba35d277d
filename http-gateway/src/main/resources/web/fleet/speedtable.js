// The numbers of the whole period beside the chart, and those of the hour that is pointed at.
import { byId, el } from '/web/dom.js';
import { dayMonth, hourMinute } from '/web/time.js';
import { lineClass } from '/web/fleet/lines.js';
import { differences, middleOf } from '/web/fleet/speeds.js';

const kmh = value => value.toFixed(1);
const number = text => el('td', { className: 'num' }, text);

/**
 * Shows a row for each report.
 *
 * @param look.title what the rows are of
 * @param look.nameOf the name of a row
 * @param look.isDrawn whether its line is in the chart
 * @param look.toggle called with an id and whether its line shall be in the chart
 */
export function showTable({ plan, reports }, atlas, look) {
  const isBoth = plan === 'both';
  const titles = ['Signals', 'Mean', 'Median', '95th', ...(isBoth ? ['Difference'] : [])];
  byId('speed-head').replaceChildren(
    el('th', { scope: 'col' }, look.title),
    el('th', { scope: 'col', className: 'num at', id: 'speed-at' }),
    ...titles.map(title => el('th', { scope: 'col', className: 'num' }, title)));
  byId('speed-rows').replaceChildren(...reports.map(each => row(each, isBoth, atlas, look)));
}

function row({ id, report }, isBoth, atlas, { nameOf, isDrawn, toggle }) {
  const { count, meanKmh, p50Kmh, p95Kmh } = report.total;
  const box = el('input', { type: 'checkbox', checked: isDrawn(id), onchange: () => toggle(id, box.checked) });
  const differing = differences(report);
  const element = el('tr', {},
    el('th', { scope: 'row' }, el('label', { className: 'line-name' }, box,
      el('span', { className: `swatch ${lineClass(id, atlas)}` }), el('span', {}, nameOf(id)))),
    el('td', { className: 'num at' }),
    number(count.toLocaleString('en')),
    ...[meanKmh, p50Kmh, p95Kmh].map(value => number(kmh(value))),
    ...(isBoth ? [number(differing.length === 0 ? '0 ✓' : differing.join(', '))] : []));
  element.dataset.id = id;
  return element;
}

/** Shows what the buckets with their middle at a time hold; nothing when it is undefined. */
export function showThen(reports, time) {
  byId('speed-at').textContent = '';
  for (const { id, report } of reports) {
    const bucket = report.buckets.find(each => middleOf(each) === time);
    if (bucket) byId('speed-at').textContent = nameOf(bucket);
    const cell = byId('speed-rows').querySelector(`[data-id="${CSS.escape(id)}"] .at`);
    if (cell) cell.textContent = bucket ? kmh(bucket.meanKmh) : '';
  }
}

function nameOf({ from, to }) {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  return end - begin > 3_600_000 ? dayMonth(begin) : `${dayMonth(begin)}, ${hourMinute(begin)}–${hourMinute(end)}`;
}
