// The public posts with a tag.
import { byId } from '/web/dom.js';
import { keepFresh } from '/web/social/live.js';
import { pagesOf, PostList } from '/web/social/postlist.js';
import { showShell } from '/web/social/shell.js';

const tag = new URLSearchParams(location.search).get('tag') ?? '';

if (await showShell()) {
  byId('tag').textContent = `#${tag}`;
  document.title = `#${tag} – Varve`;
  const list = new PostList(pagesOf(`/v1/hashtags/${encodeURIComponent(tag)}`), 'Nobody has used it yet.');
  await list.loadMore();
  keepFresh(() => list.refresh());
}
