// The text of a post with links for the users and tags in it. All else stays the text that it is.
import { el } from '/web/dom.js';
import { links } from '/web/social/who.js';

const MENTION = String.raw`(?<![A-Za-z0-9._:-])@([A-Za-z0-9][A-Za-z0-9._:-]{0,63})`;
const TAG = String.raw`(?<![\p{L}\p{N}_])#([\p{L}\p{N}_]{1,64})`;
const MENTION_OR_TAG = new RegExp(`${MENTION}|${TAG}`, 'gu');
/** What ends a sentence is no part of an id. */
const TRAILING = /[.:-]+$/;

/** The nodes that show a text. */
export function richText(text) {
  const nodes = [];
  let shown = 0;
  for (const match of text.matchAll(MENTION_OR_TAG)) {
    const [, id, tag] = match;
    const label = id === undefined ? `#${tag}` : `@${id.replace(TRAILING, '')}`;
    nodes.push(text.slice(shown, match.index),
      el('a', { href: id === undefined ? links.tag(tag) : links.user(label.slice(1)) }, label));
    shown = match.index + label.length;
  }
  return [...nodes, text.slice(shown)];
}
