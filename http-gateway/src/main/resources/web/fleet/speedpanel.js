// The chart of the speeds, what it shows, and in words how it was answered.
import { byId } from '/web/dom.js';
import { Chart } from '/web/chart.js';
import { lineColor } from '/web/fleet/lines.js';
import { aligned, differences, readSpeeds, withGaps } from '/web/fleet/speeds.js';
import { showTable, showThen } from '/web/fleet/speedtable.js';
import { periodOf } from '/web/fleet/view.js';

const MOST_DRAWN = 8;
const BUCKET_MILLIS = { hour: 3_600_000, day: 86_400_000 };
const AGAIN_MILLIS = 2000;
/** A shorter axis makes an hour look like much. */
const FEWEST_BUCKETS = 4;

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
    if (groups.length === 0 && !view[view.lines]) {
      this.#showNothing(nothingToDraw(view.lines));
      return;
    }
    byId('speeds').setAttribute('aria-busy', 'true');
    if (byId('speed-body').hidden) tell('Counting…', 'quiet');
    try {
      this.#answer = await readSpeeds(view, groups, signal);
      this.#showAnswer();
      this.#askAgain(signal);
    } catch (problem) {
      if (!signal.aborted) this.#showNothing(problem.message, 'bad');
    } finally {
      if (!signal.aborted) byId('speeds').setAttribute('aria-busy', 'false');
    }
  }

  /** The past of a region that was drawn just now is worked out in a moment. */
  #askAgain(signal) {
    if (!this.#answer.refusals.some(({ problem }) => problem.status === 503)) return;
    setTimeout(() => signal.aborted || this.show(this.#view), AGAIN_MILLIS);
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
    this.#chart.clear();
    byId('speed-body').hidden = true;
    tell(text, className);
  }

  #showAnswer() {
    const { reports, refusals } = this.#answer;
    const refused = refusals.map(({ id, problem }) => `${this.#name(id)}: ${problem.message}.`);
    if (reports.length === 0) {
      this.#showNothing(refused.join(' ') || 'No signals with a speed in this period. Choose another one above.');
      return;
    }
    byId('speed-body').hidden = false;
    tell([this.#howAnswered(), ...refused].join(' '), 'quiet');
    reports.sort((one, other) => other.report.total.count - one.report.total.count);
    const drawn = reports.filter(({ id }) => !this.#hidden.has(id)).slice(0, MOST_DRAWN);
    showTable(this.#answer, this.#atlas, {
      title: this.#view.lines === 'region' ? 'Region' : 'Route',
      nameOf: id => this.#name(id),
      isDrawn: id => drawn.some(each => each.id === id),
      toggle: (id, isShown) => this.#toggle(id, isShown),
    });
    this.#draw(drawn);
  }

  #howAnswered() {
    const { plan, reports, bucket, isForced } = this.#answer;
    const days = bucket === 'day' ? ' Days are those of UTC.' : '';
    if (isForced) return `Several filters together only the replay of the events can answer.${days}`;
    if (plan === 'model') return `From the model: hourly roll-ups.${days}`;
    if (plan === 'replay') return `From a replay of the events of the period.${days}`;
    const differing = reports.filter(({ report }) => differences(report).length > 0).length;
    return differing === 0
      ? `✓ The model and the replay of the events agree in every number.${days}`
      : `✗ The model and the replay differ in ${differing} of ${reports.length}.${days}`;
  }

  #draw(drawn) {
    const bucketMillis = BUCKET_MILLIS[this.#answer.bucket];
    const means = aligned(drawn, bucket => bucket.meanKmh);
    const p95s = this.#view.p95 ? aligned(drawn, bucket => bucket.p95Kmh).lines : [];
    const { times, lines } = withGaps({ times: means.times, lines: [...means.lines, ...p95s] }, bucketMillis);
    this.#chart.show({
      times: times.map(time => time / 1000),
      lines: lines.map((values, i) => this.#line(drawn[i % drawn.length].id, values, i >= drawn.length)),
      unit: 'km/h',
      range: this.#range(means.times, bucketMillis),
      hovered: index => showThen(this.#answer.reports, index === null ? undefined : times[index]),
    });
    byId('speed-chart').setAttribute('aria-label',
      `Average speed over time of ${drawn.map(({ id }) => this.#name(id)).join(', ')}; the table has the numbers.`);
  }

  #line(id, values, isP95) {
    const look = isP95 ? { dash: [5, 5], width: 1.5, points: false } : { width: 2.5 };
    return { name: this.#name(id), values, colorName: `line-${lineColor(id, this.#atlas)}`, ...look };
  }

  /** Where there are signals, with some room: hours without any would only make the lines small. */
  #range(times, bucketMillis) {
    if (times.length === 0) return [0, 1];
    const { from, to } = periodOf(this.#view);
    const begin = Math.max(from, times[0] - bucketMillis * 0.6);
    const end = Math.max(begin + FEWEST_BUCKETS * bucketMillis, Math.min(to, times.at(-1) + bucketMillis * 0.6));
    return [begin / 1000, end / 1000];
  }

  #name(id) {
    return this.#view.lines === 'region' ? this.#atlas.regionName(id) : this.#atlas.routeName(id);
  }

  #toggle(id, isShown) {
    if (isShown) this.#hidden.delete(id);
    else this.#hidden.add(id);
    this.#showAnswer();
    // The table is new: whoever came with the keyboard stays where it was.
    byId('speed-rows').querySelector(`[data-id="${CSS.escape(id)}"] input`)?.focus();
  }
}

function nothingToDraw(lines) {
  return lines === 'region'
    ? 'There is a line per region: draw the first region on the map, or show lines per route.'
    : 'There is a line per route: no vehicle has told the route that it serves yet.';
}

function tell(text, className) {
  Object.assign(byId('speed-state'), { textContent: text, className });
}
