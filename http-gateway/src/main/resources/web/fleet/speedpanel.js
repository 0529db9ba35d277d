// The chart of the speeds, and the table beside it.
import { byId, el } from '/web/dom.js';
import { Chart } from '/web/chart.js';
import { hourMinute, dayMonth } from '/web/time.js';
import { lineClass, lineColor } from '/web/fleet/lines.js';
import { aligned, differences, readSpeeds } from '/web/fleet/speeds.js';
import { periodOf } from '/web/fleet/view.js';

const MOST_DRAWN = 8;
const kmh = value => value.toFixed(1);
/** Between two buckets that do not touch the line breaks. */
const BUCKET_SECONDS = { hour: 3600, day: 86_400 };

export class SpeedPanel {
  #atlas;
  #groups;
  #chart = new Chart(byId('speed-chart'), 300);
  #aborter = new AbortController();
  #answer;
  #view;
  #hidden = new Set();

  /** @param groups the ids that there can be lines of, given 'region' or 'route' */
  constructor(state, atlas, groups) {
    this.#atlas = atlas;
    this.#groups = groups;
    const { lines, plan, p95 } = byId('speed-form').elements;
    for (const choice of lines) choice.addEventListener('change', () => state.change({ lines: choice.value }));
    for (const choice of plan) choice.addEventListener('change', () => state.change({ plan: choice.value }));
    p95.addEventListener('change', () => state.change({ p95: p95.checked ? '1' : '' }));
  }

  async show(view) {
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    this.#view = view;
    this.#showChoices(view);
    const groups = this.#groups(view.lines);
    if (groups.length === 0 && !view[view.lines]) return this.#showNothing(nothingToDraw(view.lines));
    byId('speeds').setAttribute('aria-busy', 'true');
    try {
      this.#answer = await readSpeeds(view, groups, signal);
      this.#showAnswer();
    } catch (problem) {
      if (!signal.aborted) this.#showNothing(problem.message, 'bad');
    } finally {
      if (!signal.aborted) byId('speeds').setAttribute('aria-busy', 'false');
    }
    return undefined;
  }

  /** The 95th percentile needs no new answer. */
  restyle(view) {
    this.#view = view;
    this.#showChoices(view);
    if (this.#answer?.reports.length > 0) this.#showAnswer();
  }

  #showChoices({ lines, plan, p95 }) {
    const form = byId('speed-form').elements;
    form.lines.value = lines;
    form.plan.value = plan;
    form.p95.checked = p95 === '1';
  }

  #showNothing(text, className = 'quiet') {
    this.#answer = undefined;
    this.#chart.clear();
    byId('speed-body').hidden = true;
    tell(text, className);
  }

  #showAnswer() {
    const { reports, isForced } = this.#answer;
    if (reports.length === 0) {
      this.#showNothing('No signals with a speed in this period. Choose another one above.');
      return;
    }
    byId('speed-body').hidden = false;
    const forced = isForced ? 'Of several filters together only the replay knows. ' : '';
    tell(forced + this.#agreement(), 'quiet');
    const bySize = [...reports].sort((one, other) => other.report.total.count - one.report.total.count);
    this.#showTable(bySize);
    this.#drawChart(bySize);
  }

  #agreement() {
    const { plan, reports } = this.#answer;
    if (plan === 'model') return 'From the model: hourly roll-ups.';
    if (plan === 'replay') return 'From a replay of the events of the period.';
    const differing = reports.filter(({ report }) => differences(report).length > 0).length;
    return differing === 0
      ? '✓ The model and the replay of the events agree in every number.'
      : `✗ The model and the replay differ in ${differing} of ${reports.length}.`;
  }

  #drawn(bySize) {
    return bySize.filter(({ id }) => !this.#hidden.has(id)).slice(0, MOST_DRAWN);
  }

  #drawChart(bySize) {
    const drawn = this.#drawn(bySize);
    const means = aligned(drawn, bucket => bucket.meanKmh);
    const p95s = this.#view.p95 ? aligned(drawn, bucket => bucket.p95Kmh).lines : [];
    const line = (values, i, more) => ({ name: this.#name(drawn[i].id), values,
      colorName: `line-${lineColor(drawn[i].id, this.#atlas)}`, ...more });
    const { from, to } = periodOf(this.#view);
    const seconds = means.times.map(time => time / 1000);
    const lines = [
      ...means.lines.map((values, i) => line(values, i, { width: 2.5 })),
      ...p95s.map((values, i) => line(values, i, { dash: [5, 5], width: 1.5, points: false })),
    ];
    const { times, values } = withGaps(seconds, lines.map(each => each.values), BUCKET_SECONDS[this.#answer.bucket]);
    this.#chart.show({
      times, lines: lines.map((each, i) => ({ ...each, values: values[i] })), unit: 'km/h',
      range: this.#range(seconds, from / 1000, to / 1000),
      hovered: index => this.#hover(index === null ? undefined : times[index] * 1000),
    });
    byId('speed-chart').setAttribute('aria-label',
      `Average speed over time of ${drawn.map(({ id }) => this.#name(id)).join(', ')}; the table has the numbers.`);
  }

  /** Where there are signals, with some room: hours without any would only make the lines small. */
  #range(seconds, from, to) {
    const room = BUCKET_SECONDS[this.#answer.bucket];
    const begin = Math.max(from, seconds[0] - room / 2);
    return [begin, Math.max(begin + 4 * room, Math.min(to, seconds.at(-1) + room))];
  }

  #name(id) {
    return this.#view.lines === 'region' ? this.#atlas.regionName(id) : this.#atlas.routeName(id);
  }

  #showTable(bySize) {
    const isBoth = this.#answer.plan === 'both';
    const titles = ['Signals', 'Mean', 'Median', '95th', ...(isBoth ? ['Difference'] : [])];
    byId('speed-head').replaceChildren(
      el('th', { scope: 'col' }, this.#view.lines === 'region' ? 'Region' : 'Route'),
      el('th', { scope: 'col', className: 'num at', id: 'speed-at' }),
      ...titles.map(title => el('th', { scope: 'col', className: 'num' }, title)));
    byId('speed-rows').replaceChildren(...bySize.map(each => this.#row(each, isBoth, bySize)));
  }

  #row({ id, report }, isBoth, bySize) {
    const { count, meanKmh, p50Kmh, p95Kmh } = report.total;
    const number = text => el('td', { className: 'num' }, text);
    const isDrawn = this.#drawn(bySize).some(each => each.id === id);
    const box = el('input', { type: 'checkbox', checked: isDrawn, onchange: () => this.#toggle(id, box.checked) });
    const differing = differences(report);
    const row = el('tr', {},
      el('th', { scope: 'row' }, el('label', { className: 'line-name' }, box,
        el('span', { className: `swatch ${lineClass(id, this.#atlas)}` }), el('span', {}, this.#name(id)))),
      el('td', { className: 'num at' }),
      number(count.toLocaleString('en')),
      ...[meanKmh, p50Kmh, p95Kmh].map(value => number(kmh(value))),
      ...(isBoth ? [number(differing.length === 0 ? '0 ✓' : differing.join(', '))] : []));
    row.dataset.id = id;
    return row;
  }

  #toggle(id, isShown) {
    if (isShown) this.#hidden.delete(id);
    else this.#hidden.add(id);
    this.#showAnswer();
  }

  /** Shows in the table what the lines have at a time. */
  #hover(time) {
    byId('speed-at').textContent = time === undefined ? '' : `${dayMonth(time)} ${hourMinute(time)}`;
    for (const { id, report } of this.#answer?.reports ?? []) {
      const bucket = report.buckets.find(each => Date.parse(each.from) === time);
      const cell = byId('speed-rows').querySelector(`[data-id="${CSS.escape(id)}"] .at`);
      if (cell) cell.textContent = bucket ? kmh(bucket.meanKmh) : '';
    }
  }
}

/** Adds a time without values wherever a bucket is missing between two. */
function withGaps(times, lines, step) {
  const gapped = [];
  const values = lines.map(() => []);
  times.forEach((time, i) => {
    if (i > 0 && time - times[i - 1] > 1.5 * step) {
      gapped.push(times[i - 1] + step);
      values.forEach(line => line.push(null));
    }
    gapped.push(time);
    values.forEach((line, at) => line.push(lines[at][i]));
  });
  return { times: gapped, values };
}

function nothingToDraw(lines) {
  return lines === 'region'
    ? 'There is a line per region: draw the first region on the map, or show lines per route.'
    : 'There is a line per route: no vehicle has told the route that it serves yet.';
}

function tell(text, className) {
  Object.assign(byId('speed-state'), { textContent: text, className });
}
