// The error codes that one vehicle has ever reported.
import { getJson } from '/web/api.js';
import { byId } from '/web/dom.js';
import { SortedTable } from '/web/sorting.js';
import { count, time } from '/web/fleet/codes.js';

export async function showCodes(path) {
  const table = new SortedTable([
    { title: 'Code', value: item => item.code },
    { title: 'Now', value: item => (item.activeSince ? 'active' : 'cleared') },
    count('Raised', 'raised'),
    count('Cleared', 'cleared'),
    count('Signals', 'signals'),
    time('First', 'firstAt'),
    time('Last', 'lastAt'),
  ], 'Last', true);
  try {
    const { items } = await getJson(`${path}/codes`);
    byId('codes-state').textContent = items.length === 0 ? 'It has reported none.' : '';
    if (items.length > 0) byId('codes').replaceChildren(table.element);
    table.set(items);
  } catch (problem) {
    byId('codes-state').textContent = problem.message;
  }
}
