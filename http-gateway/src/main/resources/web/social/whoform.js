// Asks who looks, and makes a profile for those who have none yet.
import { command, getJson } from '/web/api.js';
import { el } from '/web/dom.js';
import { avatar, name } from '/web/social/people.js';
import { remember, remembered, userPath } from '/web/social/who.js';

/** @param given an id that has no profile yet */
export function whoForm(given) {
  const others = remembered().filter(id => id !== given);
  const id = field('Your id', { name: 'id', required: true, maxLength: 64, placeholder: 'ann', value: given ?? '',
    autocomplete: 'username', autocapitalize: 'off', spellcheck: false });
  const profile = el('div', { className: 'profile-fields', hidden: given === undefined }, ...profileFields());
  const problem = el('p', { className: 'bad problem', role: 'alert' });
  const hint = el('p', { className: 'quiet hint' }, given === undefined ? '' : nobody(given));
  const form = el('form', { id: 'who-form', className: 'who-form' }, id, hint, profile, problem,
    el('button', { className: 'button' }, 'Continue'));

  form.addEventListener('submit', async event => {
    event.preventDefault();
    problem.textContent = '';
    const wanted = form.elements.id.value.trim();
    try {
      if (!profile.hidden) await saveProfile(wanted, form);
      else if (!(await isKnown(wanted))) {
        hint.textContent = nobody(wanted);
        profile.hidden = false;
        form.elements.displayName.required = true;
        form.elements.displayName.focus();
        return;
      }
      become(wanted);
    } catch (failure) {
      problem.textContent = failure.message;
    }
  });
  // Another id may be somebody's.
  form.elements.id.addEventListener('input', () => {
    profile.hidden = true;
    form.elements.displayName.required = false;
    hint.textContent = '';
  });
  return el('section', { className: 'card who', 'aria-labelledby': 'who-title' },
    el('h1', { id: 'who-title' }, 'Who are you?'),
    el('p', { className: 'quiet' }, 'Nobody has to prove it yet: say who you are, or make somebody up.'),
    ...(others.length === 0 ? [] : [el('div', { className: 'who-known' }, ...others.map(other =>
      el('button', { type: 'button', className: 'small', onclick: () => become(other) }, avatar(other, 'tiny'),
        name(other))))]),
    form);
}

const nobody = id => `There is no ${id} yet. Give them a name, and there is.`;

async function isKnown(id) {
  try {
    await getJson(userPath(id));
    return true;
  } catch (problem) {
    if (problem.status === 404) return false;
    throw problem;
  }
}

function become(id) {
  remember(id);
  location.href = `/social?${new URLSearchParams({ user: id })}`;
}

/** Fields for what a user says about themself. */
export function profileFields(user = {}) {
  return [
    field('Name', { name: 'displayName', maxLength: 64, value: user.displayName ?? '', autocomplete: 'name' }),
    field('About you', { name: 'bio', maxLength: 500, value: user.bio ?? '', autocomplete: 'off' }),
  ];
}

/** Sends the fields; resolves to the profile as it can be read then. */
export async function saveProfile(id, form) {
  const { displayName, bio } = form.elements;
  const { revision } = await command('PUT', userPath(id),
    { displayName: displayName.value.trim(), ...(bio.value.trim() ? { bio: bio.value.trim() } : {}) });
  return getJson(userPath(id), { 'Varve-Min-Revision': String(revision), Prefer: 'wait=10' });
}

function field(label, properties) {
  return el('label', {}, el('span', {}, label), el('input', properties));
}
