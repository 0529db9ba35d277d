// All that a post has ever said, the newest first, with what was changed in each version.
import { getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { moment, zone } from '/web/time.js';
import { name } from '/web/social/people.js';
import { me } from '/web/social/who.js';

const AGAIN_MILLIS = 300;
const ELEMENTS = { equal: 'span', insert: 'ins', delete: 'del' };

export class History {
  #path;

  /** @param path of the post in the API */
  constructor(path) {
    this.#path = withParameters(`${path}/history`, { viewer: me });
  }

  async show() {
    const { items } = await getJson(this.#path);
    this.#fill(items);
  }

  /** The same as soon as it has a revision that was made just now. */
  async showFrom(revision) {
    const { items } = await getJson(this.#path);
    if (items.some(version => version.revision >= revision)) this.#fill(items);
    else setTimeout(() => this.showFrom(revision).catch(() => {}), AGAIN_MILLIS);
  }

  #fill(items) {
    byId('history').hidden = items.length === 0;
    if (location.hash === '#history') byId('history').open = true;
    byId('history-count').textContent = items.length === 1 ? 'One version' : `${items.length} versions`;
    byId('versions').replaceChildren(...items.map((version, i) => versionItem(version, i + 1)).reverse());
    for (const place of document.querySelectorAll('.zone')) place.textContent = zone();
  }
}

function versionItem(version, number) {
  const when = moment(Date.parse(version.at));
  return el('li', {},
    el('p', { className: 'version-head' }, el('strong', {}, version.deleted ? 'Deleted' : `Version ${number}`),
      el('time', { dateTime: version.at }, when), el('span', { className: 'quiet' }, 'by ', name(version.by))),
    ...(version.deleted ? [] : [el('p', { className: 'text', dir: 'auto' }, ...words(version))]));
}

function words({ diff, text }) {
  if (text === undefined) return [el('span', { className: 'quiet' }, 'The text is gone.')];
  if (diff === undefined) return [text];
  return diff.map(({ op, text: piece }) => el(ELEMENTS[op] ?? 'span', {}, piece));
}
