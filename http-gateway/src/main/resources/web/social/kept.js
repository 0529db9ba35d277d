// What whoever looks keeps at hand.
import { getAll, withParameters } from '/web/api.js';
import { me, userPath } from '/web/social/who.js';
import { toggle } from '/web/social/reactions.js';

const PAGE = 500;
/** The API keeps no more of them. */
const MOST = 10_000;
const path = `${userPath(me ?? '')}/bookmarks`;
let ids;

/** All bookmarks as they are now, by id of the post: for most people this is one request. */
export function readBookmarks() {
  return getAll(withParameters(path, { limit: PAGE }), MOST);
}

/** Takes the bookmarks that a page has read anyway. */
export function takeBookmarks(bookmarks) {
  ids = Promise.resolve(new Set(bookmarks.map(({ postId }) => postId)));
}

/** The button at a post. */
export function bookmark({ postId }, problem) {
  ids ??= readBookmarks().then(all => new Set(all.map(kept => kept.postId)));
  // The next post tries again.
  ids.catch(() => {
    ids = undefined;
  });
  const { element, learn } = toggle('bookmark', { label: 'Bookmark', path: `${path}/${encodeURIComponent(postId)}`,
    field: 'bookmarked', problem, done: ({ bookmarked }) =>
      ids?.then(all => (bookmarked ? all.add(postId) : all.delete(postId)), () => {}) });
  learn(ids.then(all => all.has(postId)));
  return element;
}
