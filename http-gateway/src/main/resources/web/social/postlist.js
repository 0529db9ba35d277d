// A list of posts, the newest first, that grows downwards page by page and upwards as posts are written.
import { getJson, withParameters } from '/web/api.js';
import { byId } from '/web/dom.js';
import { PostCard } from '/web/social/postcard.js';

const PAGE = 20;
const key = item => `${item.postId} ${item.boostedBy ?? ''}`;
/** Where it stands in the list. */
const time = item => Date.parse(item.keptAt ?? item.boostedAt ?? item.createdAt);

/** The pages of a list of the API. */
export const pagesOf = path => cursor => getJson(withParameters(path, { limit: PAGE, cursor }));

export class PostList {
  #pages;
  #whenEmpty;
  #entries = new Map();
  #deleted = new Set();
  #cursor;
  #list = byId('posts');
  #more = byId('posts-more');
  #state = byId('posts-state');

  /** @param pages gives the page that a cursor leads to, without one the first */
  constructor(pages, whenEmpty) {
    this.#pages = pages;
    this.#whenEmpty = whenEmpty;
    this.#more.addEventListener('click', () => this.loadMore());
  }

  /** The next page, down to the very first post. */
  async loadMore() {
    this.#more.disabled = true;
    try {
      const page = await this.#read(this.#cursor);
      this.#take(page, this.#cursor);
      this.#cursor = page.nextCursor;
      this.#tell();
    } catch (problem) {
      this.#state.textContent = problem.message;
    } finally {
      this.#more.disabled = false;
    }
  }

  /**
   * Reads the first page again and takes over what is new, what has changed and what is gone; and the numbers of what
   * is in view.
   */
  async refresh() {
    const page = await this.#read();
    // So much may be new that the page does not reach down to what is known.
    const isApart = page.items.length > 0 && !page.items.some(item => this.#entries.has(key(item)));
    if (isApart) this.#startAnew(page);
    const served = new Set(page.items.map(key));
    const last = page.nextCursor === undefined ? -Infinity : Math.min(...page.items.map(time));
    for (const [id, { card, isServed }] of this.#entries) {
      // What was put here by a stream or its writer may be ahead of the page.
      if (isServed && !served.has(id) && time(card.item) > last) this.#drop(id);
    }
    for (const [id, entry] of this.#entries) {
      // What was on the first page has been pushed down.
      if (entry.cursor === undefined && !served.has(id)) entry.cursor = page.nextCursor;
    }
    this.#take(page, undefined, true);
    this.#tell();
    await this.#recount(this.#cursorsInView().filter(cursor => cursor !== undefined));
  }

  /** Reads the numbers of what is in view again. */
  recount() {
    return this.#recount(this.#cursorsInView());
  }

  async #recount(cursors) {
    for (const cursor of cursors) {
      for (const item of (await this.#read(cursor)).items) this.#entries.get(key(item))?.card.update(item);
    }
  }

  /** Of the pages of which something can be seen. */
  #cursorsInView() {
    const inView = [...this.#entries.values()].filter(({ card }) => {
      const { top, bottom } = card.element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return [...new Set(inView.map(({ cursor }) => cursor))];
  }

  #take(page, cursor, isFresh = false) {
    for (const item of page.items) Object.assign(this.#put(item, isFresh), { isServed: true, cursor });
  }

  #startAnew(page) {
    for (const [id, { isServed }] of this.#entries) if (isServed) this.#drop(id);
    this.#cursor = page.nextCursor;
  }

  /** Shows an item in its place, or what has changed about it. */
  add(item) {
    const oldest = Math.min(...[...this.#entries.values()].map(({ card }) => time(card.item)));
    // What belongs below all this comes with the next page.
    if (this.#cursor !== undefined && time(item) < oldest) return;
    this.#put(item, true);
    this.#tell();
  }

  /** Shows the new text of a post, wherever it stands. */
  change({ postId, text, editedAt, revision }) {
    for (const { card } of this.#entries.values()) {
      if (card.item.postId === postId) card.update({ text, editedAt, revision });
    }
  }

  /** Takes a post away that is deleted. */
  remove(postId) {
    this.#deleted.add(postId);
    for (const [id, { card }] of this.#entries) if (card.item.postId === postId) this.#drop(id);
    this.#tell();
  }

  #put(item, isFresh = false) {
    const known = this.#entries.get(key(item));
    if (known) {
      known.card.update(item);
      return known;
    }
    const card = new PostCard(item, {
      deleted: () => this.remove(item.postId),
      changed: post => this.change(post),
    });
    const entry = { card, isServed: false };
    const below = [...this.#entries.values()].map(other => other.card)
      .filter(other => time(other.item) < time(item))
      .reduce((highest, other) => (highest && time(highest.item) >= time(other.item) ? highest : other), undefined);
    card.element.classList.toggle('fresh', isFresh);
    this.#list.insertBefore(card.element, below?.element ?? null);
    this.#entries.set(key(item), entry);
    return entry;
  }

  #drop(id) {
    this.#entries.get(id).card.element.remove();
    this.#entries.delete(id);
  }

  /** A page without what is known to be deleted; it may be a moment behind. */
  async #read(cursor) {
    const page = await this.#pages(cursor);
    return { ...page, items: page.items.filter(({ postId }) => !this.#deleted.has(postId)) };
  }

  #tell() {
    const isEmpty = this.#entries.size === 0;
    this.#more.hidden = this.#cursor === undefined;
    this.#state.textContent = isEmpty ? this.#whenEmpty : this.#cursor === undefined ? 'This is where it began.' : '';
  }
}
