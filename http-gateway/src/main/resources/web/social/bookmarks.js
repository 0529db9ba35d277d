// What a user keeps at hand, what was kept last first.
import { byId } from '/web/dom.js';
import { readBookmarks, takeBookmarks } from '/web/social/kept.js';
import { keepFresh } from '/web/social/live.js';
import { PostList } from '/web/social/postlist.js';
import { cannotShow, showShell } from '/web/social/shell.js';

const PAGE = 20;
/** More than this are not read again and again. */
const MOST_READ_AGAIN = 100;
let all = [];

async function read() {
  all = await readBookmarks();
  takeBookmarks(all);
}

/** The API lists them by id, so that the order is made here. */
async function page(start = 0) {
  const there = all.filter(({ post }) => post).map(({ post, since }) => ({ ...post, keptAt: since }))
    .sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
  const end = start + PAGE;
  return { items: there.slice(start, end), nextCursor: end < there.length ? end : undefined };
}

function tellWhatIsGone(list) {
  const gone = all.filter(({ post }) => !post);
  for (const { postId } of gone) list.remove(postId);
  const count = gone.length === 1 ? '1 kept post is' : `${gone.length.toLocaleString('en')} kept posts are`;
  byId('gone').textContent = gone.length === 0 ? '' : `${count} deleted, or not open to you any more.`;
}

if (await showShell('bookmarks')) {
  const list = new PostList(page, 'No bookmarks. The ribbon below a post keeps it here; nobody is told.');
  try {
    await read();
    await list.loadMore();
    tellWhatIsGone(list);
    if (all.length <= MOST_READ_AGAIN) {
      keepFresh(async () => {
        await read();
        tellWhatIsGone(list);
        await list.recount();
      });
    }
  } catch (problem) {
    cannotShow(problem);
  }
}
