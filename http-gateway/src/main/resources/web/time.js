// Times for people: in the zone of whoever looks, which is named.

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const format = options => {
  const formatter = new Intl.DateTimeFormat('en-GB', options);
  return time => formatter.format(time);
};

/** "14:05:09" */
export const clock = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
/** "14:05" */
export const hourMinute = format({ hour: '2-digit', minute: '2-digit' });
/** "16 Feb" */
export const dayMonth = format({ day: 'numeric', month: 'short' });
/** "16 Feb 2026" */
export const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
/** "16 Feb 2026, 14:05:09" */
export const moment = format({
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit',
});

/** "16 Feb 2026, 14:05" */
export const minute = format({
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
});

/** The zone of whoever looks and how far it is off: "Europe/Berlin (GMT+1)". */
export function zone(time = Date.now()) {
  const offset = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' }).formatToParts(time)
    .find(part => part.type === 'timeZoneName').value;
  return ZONE === offset || ZONE === 'UTC' ? 'UTC' : `${ZONE} (${offset})`;
}

/** "now", "12 s", "5 min", "3 h" or "9 days". */
export function duration(millis) {
  const seconds = Math.round(millis / 1000);
  if (seconds < 120) return `${Math.max(0, seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}

export function ago(millis) {
  return millis < 1000 ? 'now' : `${duration(millis)} ago`;
}

/** The beginning of the day that a time is in, or of one so many days later. */
export function startOfDay(time, daysLater = 0) {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater);
}

/** A day as a date field has it, "2026-02-16". */
export function dayField(time) {
  const date = new Date(time);
  const two = number => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A time as a field of date and time has it, "2026-02-16T14:05". */
export function momentField(time) {
  return `${dayField(time)}T${hourMinute(time)}`;
}

/** The time as the API has it, without milliseconds: "2026-02-16T14:05:00Z". */
export function instant(time) {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
