// One post with all that was answered to it and all that it ever said.
import { command } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { Comments } from '/web/social/comments.js';
import { composer } from '/web/social/composer.js';
import { History } from '/web/social/history.js';
import { keepFresh } from '/web/social/live.js';
import { PostCard, readPost } from '/web/social/postcard.js';
import { cannotShow, showShell } from '/web/social/shell.js';
import { standing } from '/web/social/standing.js';
import { links, me, postPath } from '/web/social/who.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const path = postPath(id);

function showParent({ inReplyTo, root }) {
  if (!inReplyTo) return;
  byId('parent').replaceChildren(el('a', { href: links.post(inReplyTo) }, '‹ What this answers'),
    ...(root === inReplyTo ? [] : [el('a', { href: links.post(root) }, 'Where it began')]));
}

/** What remains of a post that is gone. */
function showDeleted() {
  byId('post').replaceChildren(el('p', { className: 'quiet' }, 'This post was deleted by who wrote it.'));
  byId('answers').hidden = true;
}

async function start() {
  const history = new History(path);
  let post;
  try {
    if (!id) throw new Error('The address names no post.');
    post = await readPost(id);
  } catch (problem) {
    if (problem.status !== 410) throw problem;
    showDeleted();
    await history.show();
    return;
  }
  document.title = `${post.text.slice(0, 60)} – Varve`;
  showParent(post);
  let isGone = false;
  const deleted = () => {
    isGone = true;
    showDeleted();
    history.show().catch(() => {});
  };
  const card = new PostCard(post, {
    deleted,
    changed: ({ revision }) => history.showFrom(revision),
    reply: () => write.focus(),
  });
  card.element.classList.add('whole');
  card.problem.before(standing(post, card.problem));
  byId('post').replaceChildren(card.element);
  const comments = new Comments(path);
  const form = composer('Write an answer', 'Reply', async ({ text, postId }) => {
    const done = await command('POST', `${path}/comments`, { postId, author: me, text });
    await comments.add(done);
    card.update({ comments: card.item.comments + 1 });
  });
  const write = form.elements.text;
  byId('reply').replaceChildren(form);
  await Promise.all([comments.loadMore(), history.show()]);
  keepFresh(async () => {
    if (isGone) return;
    try {
      card.update(await readPost(id));
      await comments.refresh();
    } catch (problem) {
      if (problem.status !== 410) throw problem;
      deleted();
    }
  });
}

if (await showShell()) {
  try {
    await start();
  } catch (problem) {
    cannotShow(problem);
    byId('answers').hidden = true;
  }
}
