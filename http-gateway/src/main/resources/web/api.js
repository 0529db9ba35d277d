// Reads the API. Amounts stay exact: a JavaScript number would round them from 2^53 on.

const AMOUNT = /("\w+Minor"\s*:\s*)(-?\d+)/g;

/** The body of a GET, with every field named …Minor as a string of digits; throws the problem's words. */
export async function getJson(path, headers = {}) {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: 'application/json, application/problem+json', ...headers } });
  } catch {
    throw new Error('The gateway does not answer');
  }
  const text = await response.text();
  let body;
  try {
    // A quote inside a text is escaped, so that this matches names of fields only.
    body = JSON.parse(text.replace(AMOUNT, '$1"$2"'));
  } catch {
    throw new Error(`The gateway answered ${response.status} without JSON`);
  }
  if (!response.ok) throw new Error(body.detail ?? body.title ?? `Error ${response.status}`);
  return body;
}
