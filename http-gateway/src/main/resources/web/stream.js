// Follows a stream of Server-Sent Events for as long as it is wanted.

const AGAIN_MILLIS = 3000;

/**
 * Opens a stream. A connection that breaks is made again by the browser, which misses nothing; one that is refused is
 * tried again here, and then what came in between is not known.
 *
 * @param tell.events what is called with the data of each kind of event
 * @param tell.connection called with 'connecting', 'live' or 'lost'
 * @param tell.begunAnew called when the stream goes on after a gap
 * @returns what closes it
 */
export function openStream(path, { events, connection = () => {}, begunAnew = () => {} }) {
  let source;
  let timer;

  function connect(isAgain) {
    let isFirst = isAgain;
    source = new EventSource(path);
    source.addEventListener('open', () => {
      connection('live');
      if (isFirst) begunAnew();
      isFirst = false;
    });
    for (const [kind, take] of Object.entries(events)) {
      source.addEventListener(kind, event => take(JSON.parse(event.data)));
    }
    source.addEventListener('error', () => {
      connection('lost');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(() => connect(true), AGAIN_MILLIS);
    });
  }

  connection('connecting');
  connect(false);
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
