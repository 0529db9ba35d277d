// Buttons that do something about a post, and pressed again take it back.
import { command, getJson } from '/web/api.js';
import { el } from '/web/dom.js';
import { icon } from '/web/social/icons.js';
import { SETTLE_MILLIS } from '/web/social/live.js';
import { me, postPath } from '/web/social/who.js';

/**
 * @param kind its icon, and its class
 * @param does.label what pressing it does
 * @param does.path what is PUT and DELETEd
 * @param does.field what the API calls its being so, such as 'liked'
 * @param does.words what it says while it is not so, and while it is; without these the label is its name
 * @param does.problem the element that says what could not be done
 * @param does.done called with what the API answers
 * @returns the element, what stands beside its icon, and what takes a promise of whether it is so
 */
export function toggle(kind, { label, path, field, words, problem, done = () => {} }) {
  const beside = el('span', { className: 'count' }, words?.[0] ?? '');
  const button = el('button', { type: 'button', className: `action ${kind}`, title: label, 'aria-pressed': 'false',
    ...(words ? {} : { 'aria-label': label }) }, icon(kind), beside);
  let isBusy = false;
  let isUsed = false;

  const press = isSo => {
    button.setAttribute('aria-pressed', String(isSo));
    if (words) beside.textContent = words[isSo ? 1 : 0];
  };
  button.addEventListener('click', async () => {
    // A disabled button would lose the focus.
    if (isBusy) return;
    isBusy = true;
    isUsed = true;
    problem.textContent = '';
    try {
      const wasSo = button.getAttribute('aria-pressed') === 'true';
      const answer = await command(wasSo ? 'DELETE' : 'PUT', path);
      press(answer[field]);
      done(answer);
    } catch (failure) {
      problem.textContent = failure.message;
    } finally {
      isBusy = false;
    }
  });
  // Of what cannot be had nothing is said: it can be pressed all the same, and doing it again changes nothing.
  const learn = isSo => isSo.then(so => isUsed || press(so), () => {});
  return { element: button, beside, learn };
}

/**
 * Likes and boosts: how many there are, and whether one of them is from whoever looks.
 *
 * @param crowd the part of the path, such as 'likes'
 * @returns the element, and what shows another count
 */
export function reaction(kind, label, { postId }, crowd, field, problem) {
  const path = `${postPath(postId)}/${crowd}/${encodeURIComponent(me)}`;
  let shown = 0;
  let isAsked = false;
  let settledAt = 0;
  const { element, beside, learn } = toggle(kind, { label, path, field, problem, done: answer => {
    if (!answer.changed) return;
    tell(Math.max(0, shown + (answer[field] ? 1 : -1)));
    settledAt = Date.now() + SETTLE_MILLIS;
  } });
  // What is read just after a press may be from before it.
  const show = number => Date.now() >= settledAt && tell(number);
  const tell = number => {
    shown = number;
    beside.textContent = number ? number.toLocaleString('en') : '';
    element.ariaLabel = `${label} ${beside.textContent}`.trim();
    // Nobody's like needs no question whether it is one's own.
    if (number > 0 && !isAsked) {
      isAsked = true;
      learn(getJson(path).then(answer => answer[field]));
    }
  };
  return { element, show };
}
