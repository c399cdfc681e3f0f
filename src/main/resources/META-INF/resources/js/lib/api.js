// One request, one reply, never an exception: what did not arrive has status 0.
//
// Reply: {status, body, retryAfterMillis, sentAt, receivedAt}; body is parsed JSON or {}; the two instants are of
// performance.now().

const TIMEOUT_MILLIS = 8000; // after that a phone network has lost it; the same sequence number makes a second try harmless

export async function request(method, url, { ticket, body } = {}) {
  const sentAt = performance.now();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MILLIS);
  try {
    const response = await fetch(url, {
      method,
      headers: headers(ticket, body),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error', // a captive portal answers with a redirect; that is no answer of ours
      keepalive: method === 'PUT', // an answer under way survives the switch to another app
      signal: abort.signal,
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : {},
      retryAfterMillis: retryAfterMillis(response),
      sentAt,
      receivedAt: performance.now(),
    };
  } catch (notArrived) {
    return { status: 0, body: {}, retryAfterMillis: 0, sentAt, receivedAt: performance.now() };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the same request may succeed later: nothing came back, too many, or the server is in trouble. */
export function isPassing(reply) {
  return reply.status === 0 || reply.status === 408 || reply.status === 429 || reply.status >= 500;
}

/** The wait before try number `failures` (from 1): doubling with jitter, never shorter than the server asked for. */
export function backoffMillis(failures, retryAfterMillis, longestMillis = 15000, random = Math.random) {
  const ceiling = Math.min(longestMillis, 500 * Math.pow(2, failures));
  const ours = ceiling / 2 + (random() * ceiling) / 2;
  return retryAfterMillis ? Math.max(ours, retryAfterMillis + random() * 1000) : ours;
}

function headers(ticket, body) {
  const all = { Accept: 'application/json' };
  if (ticket) {
    all.Ticket = ticket;
  }
  if (body !== undefined) {
    all['Content-Type'] = 'application/json';
  }
  return all;
}

function retryAfterMillis(response) {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1000 : 0;
}
