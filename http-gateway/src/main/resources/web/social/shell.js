// What stands beside each social page: who looks, where they can go, and how to become somebody else.
import { getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { icon } from '/web/social/icons.js';
import { avatar, name, person } from '/web/social/people.js';
import { links, me, remember, userPath } from '/web/social/who.js';
import { whoForm } from '/web/social/whoform.js';

const badge = el('span', { id: 'unread', className: 'count-badge' });

/**
 * Shows the side of the page, or asks for a user when nobody has said who looks.
 *
 * @param current the part of the pages that this is: 'feed', 'notifications', 'profile' or none of them
 * @returns whether there is somebody for whom to show the page
 */
export async function showShell(current = '') {
  if (!me) {
    askWho();
    return false;
  }
  const user = await person(me);
  if (user.revision === undefined) {
    askWho(me);
    return false;
  }
  remember(me);
  const to = (kind, href, label, ...more) => el('a', { href, ...(kind === current ? { 'aria-current': 'page' } : {}) },
    icon(kind === 'profile' ? 'person' : kind === 'notifications' ? 'bell' : 'feed'), el('span', {}, label), ...more);
  byId('side').replaceChildren(
    el('div', { className: 'card me' },
      el('a', { className: 'me-head', href: links.user(me) }, avatar(me),
        el('span', { className: 'me-names' }, name(me), el('span', { className: 'handle' }, `@${me}`))),
      el('nav', { className: 'places', 'aria-label': 'Social' },
        to('feed', links.feed(), 'Feed'),
        to('notifications', links.notifications(), 'Notifications', badge),
        to('profile', links.user(me), 'Profile')),
      el('button', { type: 'button', className: 'small other', onclick: () => askWho() }, 'Be somebody else')),
    findForm());
  showUnread();
  return true;
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
