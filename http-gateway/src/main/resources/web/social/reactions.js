// Likes and boosts: how many there are, and whether one of them is from whoever looks.
import { command, getJson } from '/web/api.js';
import { el } from '/web/dom.js';
import { icon } from '/web/social/icons.js';
import { me, postPath } from '/web/social/who.js';

/**
 * A button that does it, and pressed again takes it back.
 *
 * @param crowd the part of the path, such as 'likes'
 * @param field what the API calls its being so, such as 'liked'
 * @returns the element, and what shows another count
 */
export function reaction(kind, label, { postId }, crowd, field) {
  const path = `${postPath(postId)}/${crowd}/${encodeURIComponent(me)}`;
  const count = el('span', { className: 'count' });
  const button = el('button', { type: 'button', className: `action ${kind}`, 'aria-label': label,
    'aria-pressed': 'false' }, icon(kind), count);
  let shown = 0;
  let isAsked = false;

  const press = isSo => button.setAttribute('aria-pressed', String(isSo));
  const show = number => {
    shown = number;
    count.textContent = number ? number.toLocaleString('en') : '';
    // Nobody's like needs no question whether it is one's own.
    if (number > 0 && !isAsked) ask();
  };
  async function ask() {
    isAsked = true;
    try {
      press((await getJson(path))[field]);
    } catch { /* It can be pressed all the same: doing it again changes nothing. */ }
  }
  button.addEventListener('click', async () => {
    button.disabled = true;
    isAsked = true;
    const wasSo = button.getAttribute('aria-pressed') === 'true';
    try {
      const answer = await command(wasSo ? 'DELETE' : 'PUT', path);
      press(answer[field]);
      if (answer.changed) show(Math.max(0, shown + (answer[field] ? 1 : -1)));
    } catch (problem) {
      button.title = problem.message;
    } finally {
      button.disabled = false;
    }
  });
  return { element: button, show };
}
