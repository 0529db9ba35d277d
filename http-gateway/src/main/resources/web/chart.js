// A line chart over time, by uPlot: in the colours and the times of whoever looks.
import { color, onThemeChange } from '/web/theme.js';
import { dayMonth, hourMinute, clock } from '/web/time.js';

const MINUTE = 60;
const DAY = 86_400;
const FONT = '12px system-ui, sans-serif';

/** A chart that fills the width of its element. */
export class Chart {
  #element;
  #height;
  #plot;
  #shown;
  #isPointing = false;

  constructor(element, height) {
    this.#element = element;
    this.#height = height;
    new ResizeObserver(() => this.#plot?.setSize(this.#size())).observe(element);
    onThemeChange(() => this.#shown && this.show(this.#shown));
  }

  #size() {
    return { width: Math.max(200, this.#element.clientWidth), height: this.#height };
  }

  /**
   * @param shown.times seconds since 1970
   * @param shown.lines each {name, colorName, values, dash?, width?, points?}; a value is null where there is none
   * @param shown.range the first and the last second of the axis
   * @param shown.unit what is drawn upwards
   * @param shown.hovered called with the index of the time that is pointed at, or null
   */
  show(shown) {
    this.#plot?.destroy();
    this.#shown = shown;
    this.#plot = new window.uPlot({
      ...this.#size(),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
      scales: {
        x: { time: true, range: () => shown.range },
        y: { range: (_, __, max) => [0, Math.max(10, max * 1.1)] },
      },
      axes: [timeAxis(), valueAxis(shown.unit)],
      series: [{}, ...shown.lines.map(line)],
      hooks: { setCursor: [plot => this.#isPointing || shown.hovered?.(plot.cursor.idx ?? null)] },
    }, [shown.times, ...shown.lines.map(({ values }) => values)], this.#element);
  }

  /** Points at a time, as if by the mouse; at none with null. */
  pointAt(index) {
    const left = index === null ? -10 : this.#plot.valToPos(this.#shown.times[index], 'x');
    this.#isPointing = true;
    this.#plot.setCursor({ left, top: 10 });
    this.#isPointing = false;
  }

  clear() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#shown = undefined;
  }
}

function line({ name, colorName, dash, width = 2, points = true }) {
  const stroke = color(colorName);
  return {
    label: name, stroke, width, dash, spanGaps: false,
    points: { show: points, size: 6, fill: stroke, stroke },
  };
}

function axis() {
  const lines = { stroke: color('line'), width: 1 };
  return { stroke: color('quiet'), font: FONT, grid: lines, ticks: { ...lines, size: 4 } };
}

function timeAxis() {
  const values = (_, times, __, ___, step) => times.map((time, i) => {
    if (step >= DAY) return dayMonth(time * 1000);
    const text = step < MINUTE ? clock(time * 1000) : hourMinute(time * 1000);
    // The day stands below the first hour that is of it.
    const isNewDay = i === 0 || dayMonth(times[i - 1] * 1000) !== dayMonth(time * 1000);
    return isNewDay ? `${text}\n${dayMonth(time * 1000)}` : text;
  });
  return { ...axis(), values, size: 44, space: 64 };
}

function valueAxis(unit) {
  return { ...axis(), size: 46, label: unit, labelSize: 20, labelFont: FONT, labelGap: 0 };
}
