// Tables that whoever reads them can sort, by pressing a heading.
import { el } from '/web/dom.js';

const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * A table of items that is shown sorted.
 *
 * @param columns each {title, value, show?, numeric?}: value is what it is sorted by, show makes the cell's content
 */
export class SortedTable {
  #columns;
  #items = [];
  #by;
  #descending;
  #body = el('tbody');
  #heads;

  constructor(columns, by, descending) {
    this.#columns = columns;
    this.#by = columns.find(column => column.title === by);
    this.#descending = descending;
    this.#heads = columns.map(column => el('th', { className: column.numeric ? 'num' : '', scope: 'col' },
      el('button', { type: 'button', onclick: () => this.#press(column) }, column.title)));
    this.element = el('div', { className: 'scroll', tabIndex: 0 },
      el('table', { className: 'sorted' }, el('thead', {}, el('tr', {}, ...this.#heads)), this.#body));
    this.#show();
  }

  set(items) {
    this.#items = items;
    this.#show();
  }

  #press(column) {
    // Of numbers and times one wants to see the largest first.
    this.#descending = this.#by === column ? !this.#descending : Boolean(column.numeric || column.latestFirst);
    this.#by = column;
    this.#show();
  }

  #show() {
    this.#columns.forEach((column, i) => this.#heads[i].setAttribute('aria-sort',
      column !== this.#by ? 'none' : this.#descending ? 'descending' : 'ascending'));
    const sign = this.#descending ? -1 : 1;
    const sorted = [...this.#items].sort((one, other) => sign * compare(this.#by.value(one), this.#by.value(other)));
    this.#body.replaceChildren(...sorted.map(item => el('tr', {}, ...this.#columns.map(column =>
      el('td', { className: column.numeric ? 'num' : '' }, (column.show ?? column.value)(item) ?? '')))));
  }
}

function compare(one, other) {
  return typeof one === 'number' ? one - other : inOrder.compare(one ?? '', other ?? '');
}
