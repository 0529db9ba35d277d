// A form in which a text is written: a post, a comment, or the new text of one that is there.
import { el } from '/web/dom.js';

export const MOST_CHARACTERS = 2000;
const FEW_LEFT = 100;
const VISIBILITIES = [['public', 'Everybody'], ['followers', 'Followers'], ['direct', 'Those mentioned']];

/**
 * @param label what the field is for, also shown while it is empty
 * @param action what the button says
 * @param send called with { postId, text, visibility? }; what it throws is shown, and the text stays
 * @param options.text what there is to change
 * @param options.choosesVisibility whether the writer says who may see it
 * @param options.cancel called when the writer does not want to
 */
export function composer(label, action, send, { text = '', choosesVisibility = false, cancel } = {}) {
  const field = el('textarea', { name: 'text', rows: text ? 4 : 2, required: true, placeholder: label, value: text,
    dir: 'auto', 'aria-label': label });
  const left = el('span', { className: 'left', 'aria-live': 'polite' });
  const problem = el('p', { className: 'bad problem', role: 'alert' });
  const button = el('button', { className: 'button' }, action);
  const visibility = choosesVisibility ? [el('label', { className: 'visibility' },
    el('span', {}, 'Seen by'),
    el('select', { name: 'visibility' },
      ...VISIBILITIES.map(([value, words]) => el('option', { value }, words))))] : [];
  const give = cancel ? [el('button', { type: 'button', className: 'small', onclick: cancel }, 'Cancel')] : [];
  const form = el('form', { className: 'composer' }, field, problem,
    el('div', { className: 'composer-foot' }, ...visibility, left, ...give, button));
  const attempt = attempts();

  const count = () => {
    const remaining = MOST_CHARACTERS - [...field.value].length;
    left.textContent = remaining <= FEW_LEFT ? String(remaining) : '';
    left.classList.toggle('bad', remaining < 0);
    button.disabled = remaining < 0 || field.value.trim() === '';
  };
  field.addEventListener('input', count);
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    problem.textContent = '';
    button.disabled = true;
    const written = { text: field.value, visibility: form.elements.visibility?.value };
    try {
      await send({ ...written, postId: attempt(JSON.stringify(written)) });
      field.value = '';
    } catch (failure) {
      problem.textContent = failure.message;
    } finally {
      count();
    }
  });
  count();
  return form;
}

/** An id for each content, so that what is sent again because no answer came is not written twice. */
function attempts() {
  const ids = new Map();
  return content => {
    // Browsers make ids for pages from a safe place only; elsewhere the server makes them.
    if (!ids.has(content)) ids.set(content, crypto.randomUUID?.());
    return ids.get(content);
  };
}
