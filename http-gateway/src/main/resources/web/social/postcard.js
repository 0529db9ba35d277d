// A post as it is shown everywhere: who wrote it, when and what, and what can be done about it.
import { command, getJson, withParameters } from '/web/api.js';
import { el } from '/web/dom.js';
import { ago, minute } from '/web/time.js';
import { composer } from '/web/social/composer.js';
import { icon } from '/web/social/icons.js';
import { bookmark } from '/web/social/kept.js';
import { avatar, name, profileLink } from '/web/social/people.js';
import { reaction } from '/web/social/reactions.js';
import { richText } from '/web/social/richtext.js';
import { links, me, postPath } from '/web/social/who.js';

const WHO_SEES = { followers: 'for followers', direct: 'for those mentioned' };

/** The post at a revision that somebody has just made; waits until it can be read. */
export function readPost(postId, revision = 0) {
  return getJson(withParameters(postPath(postId), { viewer: me }),
    { 'Varve-Min-Revision': String(revision), Prefer: 'wait=10' });
}

export class PostCard {
  #text = el('div', { className: 'text', dir: 'auto' });
  #edited = el('a', { className: 'edited' });
  #when;
  #likes;
  #boosts;
  #comments;
  #answers;
  /** Says what could not be done about the post. */
  problem = el('p', { className: 'bad problem', role: 'alert' });

  /**
   * @param item a post, or an item of a feed
   * @param tell.deleted called when its author has deleted it here
   * @param tell.changed called with the post when its author has changed it here
   * @param tell.reply what pressing the answers does; without it they lead to the page of the post
   */
  constructor(item, tell = {}) {
    this.item = item;
    this.#likes = reaction('like', 'Like', item, 'likes', 'liked', this.problem);
    this.#boosts = item.visibility === 'public'
      ? reaction('boost', 'Boost', item, 'boosts', 'boosted', this.problem) : undefined;
    this.#answers = tell.reply ? 'Answer' : 'Answers';
    this.#comments = tell.reply
      ? el('button', { type: 'button', className: 'action', onclick: tell.reply })
      : el('a', { className: 'action', href: links.post(item.postId) });
    this.#when = el('time', { dateTime: item.createdAt, title: minute(Date.parse(item.createdAt)) });
    this.element = el('article', { className: 'post' },
      ...(item.boostedBy ? [boostedBy(item.boostedBy)] : []),
      el('div', { className: 'post-head' }, avatar(item.author), profileLink(item.author),
        // From right to left: where there is little room, the time stays where it is.
        el('span', { className: 'about' },
          el('a', { className: 'when', href: links.post(item.postId) }, this.#when), this.#edited,
          ...(WHO_SEES[item.visibility] ? [el('span', { className: 'badge' }, WHO_SEES[item.visibility])] : []))),
      this.#text,
      el('div', { className: 'actions' }, this.#comments, ...(this.#boosts ? [this.#boosts.element] : []),
        this.#likes.element, bookmark(item, this.problem),
        ...(item.author === me ? [this.#ownActions(tell)] : [])),
      this.problem);
    this.#edited.href = `${links.post(item.postId)}#history`;
    this.element.dataset.post = item.postId;
    this.update(item);
  }

  /** Shows what is known of it now. */
  update(change) {
    const before = this.item;
    // A list may be a moment behind what is shown.
    const isOlder = change.revision < before.revision;
    this.item = { ...before, ...change,
      ...(isOlder ? { text: before.text, editedAt: before.editedAt, revision: before.revision } : {}) };
    const { text, editedAt, comments, likes, boosts } = this.item;
    if (before.text !== text || this.#text.childNodes.length === 0) this.#text.replaceChildren(...richText(text));
    this.#when.textContent = ago(Date.now() - Date.parse(this.item.createdAt));
    this.#edited.textContent = editedAt ? 'edited' : '';
    this.#edited.hidden = !editedAt;
    this.#edited.title = editedAt ? minute(Date.parse(editedAt)) : '';
    this.#comments.replaceChildren(icon('comment'),
      el('span', { className: 'count' }, comments ? comments.toLocaleString('en') : ''));
    this.#comments.ariaLabel = `${this.#answers} ${this.#comments.textContent}`.trim();
    this.#likes.show(likes);
    this.#boosts?.show(boosts);
  }

  #ownActions(tell) {
    const edit = el('button', { type: 'button', className: 'action words', onclick: () => this.#edit(tell) }, 'Edit');
    const remove = el('button', { type: 'button', className: 'action words' }, 'Delete');
    remove.addEventListener('click', () => this.#delete(remove, tell));
    remove.addEventListener('blur', () => {
      remove.textContent = 'Delete';
    });
    return el('span', { className: 'own' }, edit, remove);
  }

  #edit(tell) {
    const end = () => form.replaceWith(this.#text);
    const form = composer('Text of the post', 'Save', async ({ text }) => {
      const { revision } = await command('PUT', postPath(this.item.postId), { text });
      end();
      this.update({ text, editedAt: new Date().toISOString(), revision });
      tell.changed?.(this.item);
    }, { text: this.item.text, cancel: end });
    if (!this.#text.isConnected) return;
    this.#text.replaceWith(form);
    form.elements.text.focus();
  }

  /** Pressing once asks, pressing again does it. */
  async #delete(button, tell) {
    if (button.textContent === 'Delete') {
      button.textContent = 'Delete for good?';
      return;
    }
    try {
      await command('DELETE', postPath(this.item.postId));
      tell.deleted?.();
    } catch (problem) {
      button.textContent = problem.message;
    }
  }
}

function boostedBy(id) {
  return el('p', { className: 'boosted-by' }, icon('boost'),
    el('a', { href: links.user(id) }, name(id)), ' boosted this');
}
