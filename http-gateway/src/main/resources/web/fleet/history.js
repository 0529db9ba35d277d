// What has happened to a vehicle, newest first and page by page.
import { getJson, withParameters } from '/web/api.js';
import { byId, el } from '/web/dom.js';
import { duration, moment } from '/web/time.js';
import { speed } from '/web/fleet/describe.js';

const PAGE = 10;

export class History {
  #path;
  #atlas;
  #cursor;

  constructor(path, atlas) {
    this.#path = path;
    this.#atlas = atlas;
    byId('older').addEventListener('click', () => this.show());
  }

  /** The next page, below those that are there. */
  async show() {
    byId('older').disabled = true;
    try {
      const page = await getJson(withParameters(`${this.#path}/events`, { limit: PAGE, cursor: this.#cursor }));
      this.#cursor = page.nextCursor;
      byId('history').append(...page.items.map(event => this.#item(event)));
      const isEmpty = byId('history').children.length === 0;
      byId('history-state').textContent = isEmpty ? 'Nothing has happened to it yet.' : '';
      byId('older').hidden = page.nextCursor === undefined;
    } catch (problem) {
      byId('history-state').textContent = problem.message;
    } finally {
      byId('older').disabled = false;
    }
  }

  #item(event) {
    const [text, className] = this.#words(event);
    return el('li', { className: className ?? '' },
      el('time', { dateTime: event.at }, moment(Date.parse(event.at))), el('span', {}, text));
  }

  #words(event) {
    const lasted = event.since ? ` after ${duration(Date.parse(event.at) - Date.parse(event.since))}` : '';
    switch (event.type) {
      case 'registered': return [event.byItself ? 'Registered by its first signals'
        : `Registered as ${event.profile.label}, fleet ${event.profile.fleet}`];
      case 'changed': return [`Changed to ${event.profile.label}, fleet ${event.profile.fleet}`];
      case 'region-entered': return [`Entered ${this.#atlas.regionName(event.regionId)}`, 'region'];
      case 'region-left': return [`Left ${this.#atlas.regionName(event.regionId)} after `
        + duration(event.dwellSeconds * 1000), 'region'];
      case 'code-raised': return [`Error code ${event.code} raised`, 'trouble'];
      case 'code-cleared': return [`Error code ${event.code} cleared${lasted}`, 'relief'];
      case 'overspeed-started': return [`Too fast: ${speed(event.speedKmh)}, ${this.#limit(event)}`, 'trouble'];
      case 'overspeed-ended': return [`Slow enough again${lasted}; at most ${speed(event.speedKmh)}, `
        + this.#limit(event), 'relief'];
      // A newer gateway may know more; its word says something, too.
      default: return [event.type];
    }
  }

  /** The limit that was in force, and whose it was. */
  #limit({ limit }) {
    const [kind, id] = limit.of.split(/:(.*)/);
    const whose = kind === 'region' ? ` in ${this.#atlas.regionName(id)}`
      : kind === 'route' ? ` of route ${this.#atlas.routeName(id)}` : ' of this vehicle';
    return `the limit${whose} was ${speed(limit.limitKmh)}`;
  }
}
