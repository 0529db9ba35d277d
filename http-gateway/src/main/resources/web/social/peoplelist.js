// Followers, or those who are followed: a list that opens below the number that was pressed.
import { getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { avatar, profileLink } from '/web/social/people.js';

const PAGE = 30;
let open;

export class PeopleList {
  #button;
  #path;
  #whenEmpty;
  #cursor;

  constructor(button, path, whenEmpty) {
    this.#button = button;
    this.#path = path;
    this.#whenEmpty = whenEmpty;
    button.addEventListener('click', () => this.#toggle());
  }

  async #toggle() {
    open?.setAttribute('aria-expanded', 'false');
    byId('people').replaceChildren();
    byId('people-card').hidden = open === this.#button;
    open = open === this.#button ? undefined : this.#button;
    if (!open) return;
    open.setAttribute('aria-expanded', 'true');
    this.#cursor = undefined;
    byId('people-more').onclick = () => this.#loadMore();
    await this.#loadMore();
  }

  async #loadMore() {
    const button = this.#button;
    byId('people-more').disabled = true;
    try {
      const page = await getJson(withParameters(this.#path, { limit: PAGE, cursor: this.#cursor }));
      // The other list may have been opened meanwhile.
      if (open !== button) return;
      this.#cursor = page.nextCursor;
      byId('people').append(...page.items.map(({ userId }) =>
        el('li', {}, avatar(userId, 'tiny'), profileLink(userId))));
      byId('people-state').textContent = byId('people').children.length === 0 ? this.#whenEmpty : '';
      byId('people-more').hidden = page.nextCursor === undefined;
    } catch (problem) {
      byId('people-state').textContent = problem.message;
    } finally {
      byId('people-more').disabled = false;
    }
  }
}
