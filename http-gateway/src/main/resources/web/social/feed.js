// The feed of a user: what those whom they follow have written and boosted, as it happens.
import { command } from '/web/api.js';
import { byId } from '/web/dom.js';
import { composer } from '/web/social/composer.js';
import { followUser, SETTLE_MILLIS } from '/web/social/live.js';
import { pagesOf, PostList } from '/web/social/postlist.js';
import { readPost } from '/web/social/postcard.js';
import { showShell, showUnread } from '/web/social/shell.js';
import { me, userPath } from '/web/social/who.js';

const EMPTY = 'Nothing yet. Write the first post, or look for somebody to follow.';
const CONNECTIONS = { connecting: 'connecting', live: 'live', lost: 'looking for news now and then' };

if (await showShell('feed')) {
  const list = new PostList(pagesOf(`${userPath(me)}/feed`), EMPTY);
  byId('compose').append(composer('What has settled today?', 'Post', async draft => {
    const { postId, revision } = await command('POST', '/v1/posts', { author: me, ...draft });
    list.add(await readPost(postId, revision));
  }, { choosesVisibility: true }));
  await list.loadMore();
  let isLive = false;
  followUser(me, {
    post: item => list.add(item),
    edit: item => list.change(item),
    delete: ({ postId }) => list.remove(postId),
    notification: () => setTimeout(showUnread, SETTLE_MILLIS),
  }, async () => {
    await list.refresh();
    if (!isLive) await showUnread();
  }, state => {
    byId('connection').textContent = CONNECTIONS[state];
    isLive = state === 'live';
    // What was told while nobody listened.
    if (isLive) setTimeout(showUnread, SETTLE_MILLIS);
  });
}
