// The profile of a user, what they have written, and how whoever looks stands to them.
import { command, getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { keepFresh } from '/web/social/live.js';
import { avatar, refreshPerson } from '/web/social/people.js';
import { PeopleList } from '/web/social/peoplelist.js';
import { pagesOf, PostList } from '/web/social/postlist.js';
import { richText } from '/web/social/richtext.js';
import { cannotShow, showShell } from '/web/social/shell.js';
import { me, userPath } from '/web/social/who.js';
import { profileFields, saveProfile } from '/web/social/whoform.js';

const id = new URLSearchParams(location.search).get('id') ?? me ?? '';
const path = userPath(id);
const count = (number, one, many) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

function show(user) {
  document.title = `${user.displayName} – Varve`;
  byId('face').replaceChildren(avatar(id, 'large'));
  byId('display-name').textContent = user.displayName;
  byId('handle').textContent = `@${user.userId}`;
  byId('bio').replaceChildren(...richText(user.bio ?? ''));
  byId('post-count').textContent = count(user.posts, 'post or answer', 'posts and answers');
  byId('followers').textContent = count(user.followers, 'follower', 'followers');
  byId('following').textContent = `follows ${user.following.toLocaleString('en')}`;
}

/** A button that does something to the user, and pressed again takes it back. */
function toggle(words, isSo, kind, field, done) {
  const button = el('button', { type: 'button', className: 'button' });
  const say = so => {
    button.textContent = so ? words.so : words.not;
    button.setAttribute('aria-pressed', String(so));
    button.classList.toggle('plain', so === (field === 'following'));
  };
  button.addEventListener('click', async () => {
    byId('page-problem').textContent = '';
    button.disabled = true;
    try {
      const wasSo = button.getAttribute('aria-pressed') === 'true';
      const answer = await command(wasSo ? 'DELETE' : 'PUT', `${userPath(me)}/${kind}/${encodeURIComponent(id)}`);
      say(answer[field]);
      done(answer);
    } catch (problem) {
      byId('page-problem').textContent = problem.message;
    } finally {
      button.disabled = false;
    }
  });
  say(isSo);
  return button;
}

async function showStanding(user) {
  const [{ following }, mutes] = await Promise.all([
    getJson(`${userPath(me)}/follows/${encodeURIComponent(id)}`), getJson(`${userPath(me)}/mutes`)]);
  let followers = user.followers;
  byId('standing').replaceChildren(
    toggle({ so: 'Unfollow', not: 'Follow' }, following, 'follows', 'following', answer => {
      if (answer.changed) followers += answer.following ? 1 : -1;
      byId('followers').textContent = count(followers, 'follower', 'followers');
    }),
    toggle({ so: 'Unmute', not: 'Mute' }, mutes.users.includes(id), 'mutes', 'muted', () => {}));
}

function showEditing(user) {
  const form = el('form', { className: 'who-form', hidden: true }, ...profileFields(user),
    el('p', { className: 'bad problem', role: 'alert' }), el('button', { className: 'button' }, 'Save'));
  form.elements.displayName.required = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const saved = await saveProfile(id, form);
      refreshPerson(saved);
      show(saved);
      form.hidden = true;
    } catch (problem) {
      form.querySelector('.problem').textContent = problem.message;
    }
  });
  byId('standing').replaceChildren(el('button', { type: 'button', className: 'small', onclick: () => {
    form.hidden = !form.hidden;
  } }, 'Edit profile'));
  byId('edit-profile').replaceChildren(form);
}

if (await showShell(id === me ? 'profile' : '')) {
  try {
    const user = await getJson(path);
    show(user);
    byId('profile').hidden = false;
    if (id === me) showEditing(user);
    else await showStanding(user);
    new PeopleList(byId('followers'), `${path}/followers`, 'Nobody follows them yet.');
    new PeopleList(byId('following'), `${path}/following`, 'They follow nobody yet.');
    const list = new PostList(pagesOf(withParameters(`${path}/posts`, { viewer: me })), 'Nothing written yet.');
    await list.loadMore();
    keepFresh(() => list.refresh());
  } catch (problem) {
    cannotShow(problem);
  }
}
