// What users are called and how they are shown. Each is asked for once.
import { getJson } from '/web/api.js';
import { el } from '/web/dom.js';
import { links, userPath } from '/web/social/who.js';

const HUES = 8;
/** What leaves ink; a name may begin with marks of direction. */
const SIGN = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const known = new Map();

/** The user as the API has them; of one who cannot be had, only the id. */
export function person(id) {
  if (!known.has(id)) known.set(id, getJson(userPath(id)).catch(problem => {
    // Whom the server says nothing about is asked for again.
    if (problem.status === undefined) known.delete(id);
    return { userId: id, displayName: id };
  }));
  return known.get(id);
}

/** Takes the user as they are now, for those who are shown from now on. */
export function refreshPerson(user) {
  known.set(user.userId, Promise.resolve(user));
}

/** A round sign with the first letter of the name, in a colour that is always the same for a user. */
export function avatar(id, size = '') {
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 8191, 7) % HUES;
  const sign = el('span', { className: `avatar hue-${hue} ${size}`, 'aria-hidden': 'true' });
  person(id).then(({ displayName }) => {
    sign.textContent = displayName.match(SIGN)?.[0].toLocaleUpperCase() ?? '';
  });
  return sign;
}

/** The name, once it is there. It may run from right to left, and turns nothing but itself around. */
export function name(id) {
  const text = el('bdi', { className: 'name' }, id);
  person(id).then(({ displayName }) => {
    text.textContent = displayName;
  });
  return text;
}

/** Name and id as a link to the profile. */
export function profileLink(id) {
  return el('a', { className: 'profile-link', href: links.user(id) },
    name(id), el('span', { className: 'handle' }, `@${id}`));
}
