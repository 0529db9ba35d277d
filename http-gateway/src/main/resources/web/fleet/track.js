// Where a vehicle was on a day: on the map and as speed over time, with one point marked in both.
import { getFile, getJson, withParameters } from '/web/api.js';
import { Chart } from '/web/chart.js';
import { byId, el } from '/web/dom.js';
import { clock, dayField, instant, startOfDay } from '/web/time.js';
import { speed } from '/web/fleet/describe.js';
import { createMap, fit } from '/web/fleet/map.js';
import { TrackLine } from '/web/fleet/trackline.js';

/** Between two signals that are farther apart the line of the chart breaks. */
const GAP_SECONDS = 300;

export class Track {
  #path;
  #id;
  #atlas;
  #chart = new Chart(byId('track-chart'), 200);
  #aborter = new AbortController();
  #line;
  #points = [];
  #index = 0;
  #period = { from: 0, to: 0 };

  constructor(path, id, atlas) {
    this.#path = path;
    this.#id = id;
    this.#atlas = atlas;
    byId('track-time').addEventListener('input', event => this.#point(Number(event.target.value)));
    for (const button of byId('downloads').querySelectorAll('button')) {
      button.addEventListener('click', () => this.#download(button.dataset));
    }
  }

  /** @param day as a date field has it */
  async show(day) {
    byId('day-form').elements.day.value = day;
    this.#aborter.abort();
    this.#aborter = new AbortController();
    const { signal } = this.#aborter;
    const from = startOfDay(`${day}T00:00`).getTime();
    if (from !== this.#period.from) this.#points = [];
    this.#period = { from, to: startOfDay(`${day}T00:00`, 1).getTime() };
    const isNew = this.#points.length === 0;
    if (isNew) tell('Loading…');
    try {
      const { items, truncated } = await getJson(this.#url(), {}, signal);
      const read = items.map(item => ({ ...item, at: Date.parse(item.at) }));
      const last = read.at(-1)?.at ?? 0;
      // The stream is ahead of what is read.
      this.#points = [...read, ...this.#points.filter(({ at }) => at > last)];
      this.#draw();
      tell(this.#points.length === 0 ? 'It has sent nothing on this day. Choose another one.'
        : truncated ? `The first ${items.length.toLocaleString('en')} signals of the day; there are more.`
          : howMany(this.#points));
      if (isNew && this.#points.length > 0) this.#fit();
    } catch (problem) {
      if (!signal.aborted) tell(problem.message, 'bad');
    }
  }

  /** A signal that has just arrived; of another day, or late, it is not drawn until the day is chosen again. */
  add(signal) {
    const at = Date.parse(signal.at);
    const { from, to } = this.#period;
    if (at < from || at >= to || at <= (this.#points.at(-1)?.at ?? 0)) return;
    const wasAtEnd = this.#index >= this.#points.length - 1;
    this.#points.push({ ...signal, at });
    const isFirst = this.#points.length === 1;
    this.#draw();
    this.#point(wasAtEnd ? this.#points.length - 1 : this.#index);
    if (isFirst) this.#fit();
    tell(howMany(this.#points));
  }

  #url() {
    return withParameters(`${this.#path}/track`, { from: instant(this.#period.from), to: instant(this.#period.to) });
  }

  #draw() {
    const isEmpty = this.#points.length === 0;
    byId('track-body').hidden = isEmpty;
    byId('downloads').hidden = isEmpty;
    if (isEmpty) return;
    // A map that is made while it is hidden has no size.
    this.#line ??= new TrackLine(createMap(byId('map')), this.#atlas, index => this.#point(index));
    this.#line.draw(this.#points);
    this.#drawChart();
    byId('track-time').max = this.#points.length - 1;
    this.#point(Math.min(this.#index || this.#points.length - 1, this.#points.length - 1));
  }

  #drawChart() {
    const times = this.#points.map(point => point.at / 1000);
    const values = this.#points.map(({ speedKmh }, i) => (
      times[i + 1] - times[i] > GAP_SECONDS ? null : speedKmh ?? null));
    const room = Math.max(30, (times.at(-1) - times[0]) * 0.01);
    this.#chart.show({
      times, unit: 'km/h',
      lines: [{ name: 'Speed', colorName: 'line-0', values, width: 1.5, points: times.length < 60 }],
      range: [times[0] - room, times.at(-1) + room],
      hovered: index => index !== null && this.#point(index, false),
    });
  }

  /** Marks a point on the map, in the chart and in words. */
  #point(index, inChart = true) {
    const point = this.#points[index];
    if (!point) return;
    this.#index = index;
    this.#line.mark(point);
    if (inChart) this.#chart.pointAt(index);
    const slider = byId('track-time');
    slider.value = index;
    const words = [clock(point.at), speed(point.speedKmh), point.route, point.codes?.join(', ')].filter(Boolean);
    slider.setAttribute('aria-valuetext', words.join(', '));
    byId('track-point').replaceChildren(...words.map(word => el('span', {}, word)));
  }

  #fit() {
    fit(this.#line.map, this.#line.bounds());
  }

  async #download({ type, ending }) {
    try {
      const url = URL.createObjectURL(await getFile(this.#url(), type));
      el('a', { href: url, download: `${this.#id}-${dayField(this.#period.from)}.${ending}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    } catch (problem) {
      tell(problem.message, 'bad');
    }
  }
}

function howMany({ length }) {
  return length === 1 ? '1 signal' : `${length.toLocaleString('en')} signals`;
}

function tell(text, className = 'quiet') {
  Object.assign(byId('track-state'), { textContent: text, className });
}
