// Speaks to the API. Amounts stay exact: a JavaScript number would round them from 2^53 on.

const AMOUNT = /("\w+Minor"\s*:\s*)(-?\d+)/g;
const JSON_BODIES = 'application/json, application/geo+json, application/problem+json';

/** What the gateway has refused, in its own words. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `Error ${status}`);
    this.status = status;
    this.field = problem.field;
  }
}

/** That nothing came back at all. */
export class NoAnswer extends Error {
  constructor() {
    super('The gateway does not answer');
  }
}

/** The body of a GET, with every field named …Minor as a string of digits; throws the problem's words. */
export function getJson(path, headers = {}, signal = undefined) {
  return ask(path, { headers, signal });
}

/** The same of a command, which is a PUT, a POST or a DELETE. */
export function command(method, path, body, headers = {}) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return ask(path, { method, ...content, headers: { ...type, ...headers } });
}

async function ask(path, options) {
  const response = await answerOf(path, { ...options, headers: { Accept: JSON_BODIES, ...options.headers } });
  // A quote inside a text is escaped, so that this matches names of fields only.
  const body = parsed((await response.text()).replace(AMOUNT, '$1"$2"'), response.status);
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}

/** What a GET answers, as a file of the type wanted. */
export async function getFile(path, type) {
  const response = await answerOf(path, { headers: { Accept: `${type}, application/problem+json` } });
  if (!response.ok) throw new Refusal(response.status, parsed(await response.text(), response.status));
  return response.blob();
}

async function answerOf(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    // Whoever breaks a request off knows that it did.
    if (failure.name === 'AbortError') throw failure;
    throw new NoAnswer();
  }
}

function parsed(text, status) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The gateway answered ${status} without JSON`);
  }
}

/** All items of a list that comes in pages, at most so many. */
export async function getAll(path, most, signal = undefined) {
  const items = [];
  let page = { nextCursor: '' };
  while (page.nextCursor !== undefined && items.length < most) {
    const cursor = page.nextCursor ? { cursor: page.nextCursor } : {};
    page = await getJson(withParameters(path, cursor), {}, signal);
    items.push(...page.items);
  }
  return items;
}

/** A path with parameters; those without a value are left out. */
export function withParameters(path, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  if (given.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`;
}

/** Carries out something for each item, at most so many at a time; resolves to what came of each. */
export async function forEach(items, atATime, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results;
}
