// What a user was told, in words and grouped; what they have not seen yet stands out.
import { command, getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { ago, minute } from '/web/time.js';
import { icon } from '/web/social/icons.js';
import { followUser, SETTLE_MILLIS } from '/web/social/live.js';
import { avatar } from '/web/social/people.js';
import { readPost } from '/web/social/postcard.js';
import { showShell, showUnread } from '/web/social/shell.js';
import { links, me, userPath } from '/web/social/who.js';

const PAGE = 20;
const QUOTED = 140;
const ICONS = { liked: 'like', boosted: 'boost', commented: 'comment', mentioned: 'comment', followed: 'person' };
const path = `${userPath(me ?? '')}/notifications`;
const shown = new Map();
const quotes = new Map();
let cursor;
let readUpTo = 0;

async function loadMore() {
  byId('notifications-more').disabled = true;
  try {
    const page = await getJson(withParameters(path, { limit: PAGE, cursor }));
    cursor = page.nextCursor;
    byId('notifications').append(...page.items.map(item));
    tell(page.unread);
  } finally {
    byId('notifications-more').disabled = false;
  }
}

async function showMore() {
  try {
    await loadMore();
  } catch (problem) {
    byId('notifications-state').textContent = problem.message;
  }
}

/** The first page again; groups that have grown move up. */
async function refresh() {
  const page = await getJson(withParameters(path, { limit: PAGE }));
  if (shown.size === 0) cursor = page.nextCursor;
  take(page.items);
  tell(page.unread);
}

/** The stream may be ahead of the views: what it brings is shown, and counted when the views have it. */
function hear(notification) {
  take([notification]);
  byId('mark-read').disabled = false;
  setTimeout(() => refresh().catch(() => {}), SETTLE_MILLIS);
}

function take(notifications) {
  const fresh = notifications.filter(({ groupId, revision, read }) => {
    const known = shown.get(groupId);
    return known === undefined || known.revision < revision || (read && known.element.classList.contains('unread'));
  });
  const olds = fresh.map(({ groupId }) => shown.get(groupId)?.element);
  fresh.forEach((notification, i) => {
    const element = item(notification);
    if (olds[i] && notification.read) olds[i].replaceWith(element);
    else olds[i]?.remove();
    if (!element.isConnected) place(element, notification);
  });
}

/** Above the first one that is older. */
function place(element, { at }) {
  const list = byId('notifications');
  const below = [...list.children].find(other => Date.parse(other.dataset.at) < Date.parse(at));
  list.insertBefore(element, below ?? null);
}

function item(notification) {
  const { groupId, reason, actors, text, at, revision } = notification;
  const isUnread = !notification.read && revision > readUpTo;
  const element = el('li', { className: isUnread ? 'unread' : '' },
    el('a', { href: target(notification) },
      el('span', { className: `reason ${reason}` }, icon(ICONS[reason] ?? 'bell')),
      el('span', { className: 'faces' }, ...actors.map(id => avatar(id, 'tiny'))),
      el('bdi', { className: 'told', dir: 'ltr' },
        ...(isUnread ? [el('span', { className: 'hidden' }, 'New: ')] : []), text),
      el('time', { dateTime: at, title: minute(Date.parse(at)) }, ago(Date.now() - Date.parse(at))),
      quote(notification)));
  element.dataset.at = at;
  shown.set(groupId, { element, revision });
  return element;
}

function target({ reason, subject, actors }) {
  return reason === 'followed' ? links.user(actors[0]) : links.post(subject);
}

/** The beginning of the post that it is about, or of the comment that was made. */
function quote({ reason, subject, postId }) {
  const place = el('q', { className: 'quote', dir: 'auto', hidden: true });
  if (reason === 'followed') return place;
  const id = reason === 'commented' && postId ? postId : subject;
  if (!quotes.has(id)) quotes.set(id, readPost(id).then(post => post.text, () => ''));
  quotes.get(id).then(text => {
    place.textContent = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
    place.hidden = text === '';
  });
  return place;
}

async function markAllRead() {
  byId('notifications-problem').textContent = '';
  try {
    const newest = Math.max(0, ...[...shown.values()].map(({ revision }) => revision));
    await command('POST', `${path}/read`, newest > 0 ? { upTo: newest } : {});
    readUpTo = newest;
    for (const { element } of shown.values()) {
      element.classList.remove('unread');
      element.querySelector('.told .hidden')?.remove();
    }
    tell(0);
  } catch (problem) {
    byId('notifications-problem').textContent = problem.message;
  }
}

function tell(unread) {
  byId('mark-read').disabled = !byId('notifications').querySelector('.unread');
  byId('notifications-more').hidden = cursor === undefined;
  byId('notifications-state').textContent = shown.size === 0 ? 'Nothing has happened yet.' : '';
  showUnread(unread);
}

if (await showShell('notifications')) {
  byId('mark-read').addEventListener('click', markAllRead);
  byId('notifications-more').addEventListener('click', showMore);
  await showMore();
  followUser(me, { notification: hear }, refresh);
}
