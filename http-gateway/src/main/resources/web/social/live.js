// Follows what happens in a user's feed and notifications.
import { openStream } from '/web/stream.js';
import { userPath } from '/web/social/who.js';

/** Counts change without being told; nobody needs them to the second. */
const LIVE_MILLIS = 30_000;
const LOST_MILLIS = 4_000;

/** The stream is ahead of the views: what it tells of they have this much later. */
export const SETTLE_MILLIS = 1_000;

/**
 * @param events what to do with the data of each kind of event: post, edit, delete or notification
 * @param refresh reads again what is shown: now and then, and often while there is no stream
 * @param tell called with 'connecting', 'live' or 'lost'
 */
export function followUser(id, events, refresh, tell = () => {}) {
  let isLive = false;
  let isSettled = false;
  let timer;
  const again = async () => {
    clearTimeout(timer);
    try {
      if (!document.hidden) await refresh();
    } catch { /* The next time is soon. */ }
    clearTimeout(timer);
    // Once more soon after the stream has begun: what it did not bring the views may not have had yet.
    timer = setTimeout(again, isLive && isSettled ? LIVE_MILLIS : LOST_MILLIS);
    isSettled = isLive;
  };
  openStream(`${userPath(id)}/stream`, {
    events,
    connection: state => {
      const wasLive = isLive;
      isLive = state === 'live';
      isSettled &&= isLive;
      // What happened between the reading of the page and the beginning of the stream, or since its end.
      if (isLive !== wasLive) again();
      tell(state);
    },
  });
  timer = setTimeout(again, LOST_MILLIS);
  document.addEventListener('visibilitychange', () => !document.hidden && again());
}
