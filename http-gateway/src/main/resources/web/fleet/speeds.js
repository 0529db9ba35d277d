// Average speeds over time, one line per region or route; the numbers of the whole period stand beside them.
import { forEach, getJson, withParameters } from '/web/api.js';
import { instant } from '/web/time.js';
import { periodOf } from '/web/fleet/view.js';

const AT_A_TIME = 4;
export const MOST_LINES = 60;
const DAY = 86_400_000;
/** A longer period is shown by the day. */
const LONGEST_BY_HOUR = 8 * DAY;

/**
 * Asks for the speeds that a view shows.
 *
 * @param groups the ids of the regions or routes, whichever the view has lines of
 * @returns {plan, bucket, isForced, reports: [{id, report}]}; forced is a replay, where the model has no answer
 */
export async function readSpeeds(view, groups, signal) {
  const { from, to } = periodOf(view);
  const bucket = to - from > LONGEST_BY_HOUR ? 'day' : 'hour';
  const lineOf = view.lines;
  const { fleet, route, region } = view;
  const filter = lineOf === 'region' ? { fleet, route } : { fleet, region };
  const isCombined = Object.values(filter).some(value => value !== '');
  const plan = isCombined ? 'replay' : view.plan;
  const wanted = view[lineOf] ? [view[lineOf]] : groups.slice(0, MOST_LINES);
  const reports = await forEach(wanted, AT_A_TIME, async id => {
    const question = { ...filter, [lineOf]: id, from: instant(from), to: instant(to), bucket, plan };
    return { id, report: await getJson(withParameters('/v1/telemetry/speed', question), {}, signal) };
  });
  return { plan, bucket, isForced: plan !== view.plan, reports: reports.filter(({ report }) => report.total?.count > 0) };
}

/** The lines of some reports on one axis of time: each bucket where it begins, null where a line has none. */
export function aligned(reports, valueOf) {
  const begin = bucket => Date.parse(bucket.from);
  const times = [...new Set(reports.flatMap(({ report }) => report.buckets.map(begin)))].sort((a, b) => a - b);
  const lines = reports.map(({ report }) => {
    const byTime = new Map(report.buckets.map(bucket => [begin(bucket), valueOf(bucket)]));
    return times.map(time => byTime.get(time) ?? null);
  });
  return { times, lines };
}

/** In what the two ways to answer differ, in words; empty when in nothing. */
export function differences({ difference = {} }) {
  return Object.entries(difference).filter(([, value]) => value !== 0).map(([name, value]) => `${name} ${value}`);
}
