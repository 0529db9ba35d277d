// The answers to a post as a tree, the oldest first, and forms to answer each of them.
import { command, getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { composer } from '/web/social/composer.js';
import { PostCard, readPost } from '/web/social/postcard.js';
import { links, me, postPath } from '/web/social/who.js';

const PAGE = 20;
const DEPTH = 4;

export class Comments {
  #path;
  #cursor;
  #pages = 0;
  #nodes = new Map();
  #list = byId('comments');
  #more = byId('comments-more');
  #state = byId('comments-state');

  /** @param path of the post in the API */
  constructor(path) {
    this.#path = `${path}/comments`;
    this.#more.addEventListener('click', () => this.loadMore());
  }

  async loadMore() {
    this.#more.disabled = true;
    try {
      this.#take(await this.#read(this.#cursor));
      this.#pages++;
    } catch (problem) {
      this.#state.textContent = problem.message;
    } finally {
      this.#more.disabled = false;
    }
  }

  /** Reads again what is shown. */
  async refresh() {
    const found = [];
    let cursor;
    for (let page = 0; page === 0 || (page < this.#pages && cursor !== undefined); page++) {
      const next = await this.#read(cursor);
      found.push(...next.items);
      cursor = next.nextCursor;
    }
    this.#take({ items: found, nextCursor: cursor });
    // The first page may not have been there when the page was opened.
    this.#pages = Math.max(this.#pages, 1);
    const there = new Set(idsOf(found));
    for (const [id, node] of this.#nodes) if (node.isServed && !there.has(id)) this.#drop(id);
    this.#tell();
  }

  /** Shows an answer that was written just now. */
  async add({ postId, revision }) {
    this.#put(await readPost(postId, revision), this.#list);
    this.#tell();
  }

  #take(page) {
    for (const comment of page.items) this.#grow(comment, this.#list);
    this.#cursor = page.nextCursor;
    this.#tell();
  }

  #grow(comment, list) {
    const { replies, ...post } = comment;
    const node = this.#put(post, list);
    node.isServed = true;
    for (const reply of replies?.items ?? []) this.#grow(reply, node.list);
    const shown = replies?.items.length ?? 0;
    const lacks = (replies === undefined && post.comments > 0 && node.list.children.length === 0) || replies?.more;
    node.rest.hidden = !lacks;
    node.rest.textContent = shown === 0 ? `${post.comments} more below` : 'More answers';
  }

  #put(post, list) {
    const known = this.#nodes.get(post.postId);
    if (known) {
      known.card.update(post);
      return known;
    }
    const place = el('div', {});
    const card = new PostCard(post, {
      deleted: () => this.#drop(post.postId),
      reply: () => this.#answer(node, place),
    });
    const node = { card, isServed: false, list: el('ol', { className: 'comments' }),
      rest: el('a', { className: 'rest', href: links.post(post.postId), hidden: true }) };
    node.element = el('li', {}, card.element, place, node.list, node.rest);
    list.append(node.element);
    this.#nodes.set(post.postId, node);
    return node;
  }

  #answer({ card, list }, place) {
    const end = () => place.replaceChildren();
    const { postId: parent, author } = card.item;
    const form = composer(`Answer @${author}`, 'Reply', async ({ text, postId }) => {
      const done = await command('POST', `${postPath(parent)}/comments`, { postId, author: me, text });
      this.#put(await readPost(done.postId, done.revision), list);
      card.update({ comments: card.item.comments + 1 });
      end();
    }, { cancel: end });
    place.replaceChildren(form);
    form.elements.text.focus();
  }

  /** A comment goes with all that answers it. */
  #drop(id) {
    const { element } = this.#nodes.get(id);
    for (const [other, node] of this.#nodes) if (element.contains(node.element)) this.#nodes.delete(other);
    element.remove();
    this.#tell();
  }

  #read(cursor) {
    return getJson(withParameters(this.#path, { depth: DEPTH, limit: PAGE, cursor, viewer: me }));
  }

  #tell() {
    this.#more.hidden = this.#cursor === undefined;
    this.#state.textContent = this.#nodes.size === 0 ? 'Nobody has answered yet.' : '';
  }
}

function idsOf(comments) {
  return comments.flatMap(comment => [comment.postId, ...idsOf(comment.replies?.items ?? [])]);
}
