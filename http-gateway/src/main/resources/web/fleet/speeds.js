// Average speeds over time, one line per region or route; the numbers of the whole period stand beside them.
import { Refusal, forEach, getJson, withParameters } from '/web/api.js';
import { instant } from '/web/time.js';
import { periodOf } from '/web/fleet/view.js';

const AT_A_TIME = 4;
const MOST_LINES = 60;
/** A longer period is shown by the day. */
const LONGEST_BY_HOUR_MILLIS = 8 * 86_400_000;
/** The model may be a moment behind, or a region's past not worked out yet. */
const PATIENCE = { Prefer: 'wait=5' };

/**
 * Asks for the speeds that a view shows.
 *
 * @param groups the ids of the regions or routes, whichever the view has lines of
 * @returns {plan, bucket, isForced, reports: [{id, report}], refusals: [{id, problem}]}; forced is a replay, where the
 *     model has no answer
 */
export async function readSpeeds(view, groups, signal) {
  const { from, to } = periodOf(view);
  const bucket = to - from > LONGEST_BY_HOUR_MILLIS ? 'day' : 'hour';
  const { lines, fleet, route, region } = view;
  const filter = lines === 'region' ? { fleet, route } : { fleet, region };
  const isCombined = Object.values(filter).some(value => value !== '');
  const plan = isCombined ? 'replay' : view.plan;
  const wanted = view[lines] ? [view[lines]] : groups.slice(0, MOST_LINES);
  const answers = await forEach(wanted, AT_A_TIME, id => answerOf(id, withParameters('/v1/telemetry/speed', {
    ...filter, [lines]: id, from: instant(from), to: instant(to), bucket, plan,
  }), signal));
  return {
    plan, bucket,
    isForced: plan !== view.plan,
    reports: answers.filter(({ report }) => report?.total.count > 0),
    refusals: answers.filter(({ problem }) => problem),
  };
}

/** One line that cannot be told does not take the others away. */
async function answerOf(id, question, signal) {
  try {
    return { id, report: await getJson(question, PATIENCE, signal) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { id, problem };
  }
}

/** A bucket is drawn at its middle. */
export function middleOf({ from, to }) {
  return (Date.parse(from) + Date.parse(to)) / 2;
}

/** The lines of some reports on one axis of time, null where a line has none. */
export function aligned(reports, valueOf) {
  const times = [...new Set(reports.flatMap(({ report }) => report.buckets.map(middleOf)))].sort((a, b) => a - b);
  const lines = reports.map(({ report }) => {
    const byTime = new Map(report.buckets.map(bucket => [middleOf(bucket), valueOf(bucket)]));
    return times.map(time => byTime.get(time) ?? null);
  });
  return { times, lines };
}

/** Adds a time without values wherever a bucket is missing between two: there the lines break. */
export function withGaps({ times, lines }, stepMillis) {
  const gapped = [];
  const values = lines.map(() => []);
  times.forEach((time, i) => {
    if (i > 0 && time - times[i - 1] > 1.5 * stepMillis) {
      gapped.push(times[i - 1] + stepMillis);
      values.forEach(line => line.push(null));
    }
    gapped.push(time);
    values.forEach((line, at) => line.push(lines[at][i]));
  });
  return { times: gapped, lines: values };
}

/** In what the two ways to answer differ, in words; empty when in nothing. */
export function differences({ difference = {} }) {
  return Object.entries(difference).filter(([, value]) => value !== 0).map(([name, value]) => `${name} ${value}`);
}
