// What stands beside each social page: who looks, where they can go, and how to become somebody else.
import { getJson, NoAnswer, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { icon } from '/web/social/icons.js';
import { avatar, name, refreshPerson } from '/web/social/people.js';
import { links, me, remember, userPath } from '/web/social/who.js';
import { whoForm } from '/web/social/whoform.js';

/** How often pages look again, also for a gateway that is away. */
export const AGAIN_MILLIS = 4_000;
const ICONS = { feed: 'feed', notifications: 'bell', bookmarks: 'bookmark', profile: 'person' };
const badge = el('span', { id: 'unread', className: 'count-badge' });

/** Above all else of the page: what the server does not do. */
const trouble = el('p', { id: 'trouble', className: 'bad', role: 'alert' });

/**
 * Shows the side of the page, or asks for a user when nobody has said who looks.
 *
 * @param current the part of the pages that this is: 'feed', 'notifications', 'bookmarks', 'profile' or none of them
 * @returns whether there is somebody for whom to show the page
 */
export async function showShell(current = '') {
  if (!me) {
    askWho();
    return false;
  }
  byId('page').prepend(trouble);
  try {
    refreshPerson(await getJson(userPath(me)));
  } catch (problem) {
    if (problem.status === 404 || problem.status === 400) askWho(me);
    else cannotShow(problem);
    return false;
  }
  remember(me);
  const to = (kind, href, label, ...more) => el('a', { href, ...(kind === current ? { 'aria-current': 'page' } : {}) },
    icon(ICONS[kind]), el('span', {}, label), ...more);
  byId('side').replaceChildren(
    el('div', { className: 'card me' },
      el('a', { className: 'me-head', href: links.user(me) }, avatar(me),
        el('span', { className: 'me-names' }, name(me), el('span', { className: 'handle' }, `@${me}`))),
      el('nav', { className: 'places', 'aria-label': 'Social' },
        to('feed', links.feed(), 'Feed'),
        to('notifications', links.notifications(), 'Notifications', badge),
        to('bookmarks', links.bookmarks(), 'Bookmarks'),
        to('profile', links.user(me), 'Profile')),
      el('button', { type: 'button', className: 'small other', onclick: () => askWho() }, 'Be somebody else')),
    findForm());
  showUnread();
  return true;
}

/** Says what the server does not do; without anything, that it does all again. */
export function sayTrouble(words = '') {
  if (trouble.textContent !== words) trouble.textContent = words;
}

/** The same of something that is tried again. */
export function sayTroubleForNow({ message }) {
  sayTrouble(`${message}. Trying again every few seconds.`);
}

/** Says why the page cannot be shown. If that is the gateway's fault, the page opens again as soon as it answers. */
export function cannotShow(problem) {
  if (!(problem instanceof NoAnswer || problem.status >= 500)) {
    sayTrouble(problem.message);
    return;
  }
  sayTroubleForNow(problem);
  setTimeout(() => getJson(userPath(me)).then(() => location.reload(), cannotShow), AGAIN_MILLIS);
}

/** Instead of the page. */
function askWho(id) {
  byId('side').replaceChildren();
  byId('page').replaceChildren(whoForm(id));
  byId('page').querySelector('input')?.focus();
}

function findForm() {
  const form = el('form', { className: 'card find', 'aria-label': 'Find somebody' },
    el('label', { className: 'grow' }, el('span', { className: 'hidden' }, 'Id of a user, or a tag'),
      el('input', { name: 'wanted', placeholder: 'User or #tag', required: true, autocomplete: 'off' })),
    el('button', { className: 'small' }, 'Go'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const wanted = form.elements.wanted.value.trim();
    location.href = wanted.startsWith('#') ? links.tag(wanted.slice(1)) : links.user(wanted.replace(/^@/, ''));
  });
  return form;
}

/** How many notifications have not been looked at. */
export async function showUnread(number) {
  try {
    const unread = number ?? (await getJson(withParameters(`${userPath(me)}/notifications`, { limit: 1 }))).unread;
    badge.textContent = unread > 0 ? unread.toLocaleString('en') : '';
  } catch { /* The number is told again with the next notification. */ }
}
