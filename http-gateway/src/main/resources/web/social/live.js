// Keeps a page as things are: by the stream of a user, and by looking again.
import { openStream } from '/web/stream.js';
import { AGAIN_MILLIS, sayTrouble, sayTroubleForNow } from '/web/social/shell.js';
import { userPath } from '/web/social/who.js';

/** The stream is ahead of the views: what it tells of they have this much later. */
export const SETTLE_MILLIS = 1_000;

/**
 * Reads again what is shown, as long as somebody looks, and says when that cannot be done. Streams tell of posts, not of
 * every like: the numbers come by looking again.
 *
 * @returns what does it at once
 */
export function keepFresh(refresh) {
  let timer;
  const again = async () => {
    clearTimeout(timer);
    try {
      if (!document.hidden) {
        await refresh();
        sayTrouble();
      }
    } catch (problem) {
      sayTroubleForNow(problem);
    }
    clearTimeout(timer);
    timer = setTimeout(again, AGAIN_MILLIS);
  };
  timer = setTimeout(again, AGAIN_MILLIS);
  document.addEventListener('visibilitychange', () => !document.hidden && again());
  return again;
}

/**
 * Follows what happens in a user's feed and notifications.
 *
 * @param events what to do with the data of each kind of event: post, edit, delete or notification
 * @param refresh reads again what is shown
 * @param tell called with 'connecting', 'live' or 'lost'
 */
export function followUser(id, events, refresh, tell = () => {}) {
  const again = keepFresh(refresh);
  let isLive = false;
  openStream(`${userPath(id)}/stream`, {
    events,
    connection: state => {
      const wasLive = isLive;
      isLive = state === 'live';
      // What happened between the reading of the page and the beginning of the stream, or since its end.
      if (isLive !== wasLive) again();
      tell(state);
    },
  });
}
