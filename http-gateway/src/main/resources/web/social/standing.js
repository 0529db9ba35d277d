// How whoever looks stands to a post and its conversation: whether they are told of it, and want to hear of it.
import { getJson } from '/web/api.js';
import { el } from '/web/dom.js';
import { toggle } from '/web/social/reactions.js';
import { me, postPath, userPath } from '/web/social/who.js';

/** @param problem the element that says what could not be done */
export function standing({ postId, root }, problem) {
  const watched = `${postPath(postId)}/observers/${encodeURIComponent(me)}`;
  const watch = toggle('watch', { label: 'Be told when somebody likes or answers this', path: watched,
    field: 'observing', words: ['Watch', 'Watching'], problem });
  watch.learn(getJson(watched).then(({ observing }) => observing));
  // Any post of the conversation names it; the first may be deleted by now.
  const mute = toggle('mute', { label: 'Keep this conversation out of your feed and notifications',
    path: `${userPath(me)}/muted-threads/${encodeURIComponent(postId)}`, field: 'muted',
    words: ['Mute thread', 'Thread muted'], problem });
  mute.learn(getJson(`${userPath(me)}/mutes`).then(({ threads }) => threads.includes(root)));
  return el('div', { className: 'actions standing-to' }, watch.element, mute.element);
}
