// Who looks at these pages. Nobody has to prove it yet: the address says it, or else what this browser remembers.
import { withParameters } from '/web/api.js';

const STORED = 'varve.social.users';
const MOST = 6;

/** The users that were chosen in this browser, the latest first. */
export function remembered() {
  try {
    return JSON.parse(localStorage.getItem(STORED)) ?? [];
  } catch {
    // A browser that keeps nothing works, too.
    return [];
  }
}

export function remember(id) {
  try {
    const others = remembered().filter(other => other !== id);
    localStorage.setItem(STORED, JSON.stringify([id, ...others].slice(0, MOST)));
  } catch { /* As above. */ }
}

/** The id of whoever looks; undefined when that is not known. */
export const me = new URLSearchParams(location.search).get('user') || remembered()[0];

/** The path of a user in the API. */
export const userPath = id => `/v1/users/${encodeURIComponent(id)}`;
/** The path of a post in the API. */
export const postPath = id => `/v1/posts/${encodeURIComponent(id)}`;

const page = (path, parameters = {}) => withParameters(path, { ...parameters, user: me });
export const links = {
  feed: () => page('/social'),
  notifications: () => page('/social/notifications'),
  bookmarks: () => page('/social/bookmarks'),
  user: id => page('/social/user', { id }),
  post: id => page('/social/post', { id }),
  tag: tag => page('/social/tag', { tag }),
};
