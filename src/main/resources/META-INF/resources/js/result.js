import { backoffMillis, request } from './lib/api.js';

const TRIES = 12; // about a minute; the rank is on the page whenever it is opened again

/** Asks for the rank until it is there, then shows the page that has it. */
async function awaitStanding(root) {
  for (let failures = 1; failures <= TRIES; failures += 1) {
    const reply = await request('GET', root.dataset.standingApi);
    if (reply.status === 200 && reply.body.rank) {
      location.reload();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, backoffMillis(failures, reply.retryAfterMillis, 6000)));
  }
  root.querySelector('[data-pending]').hidden = true;
  root.querySelector('[data-late]').hidden = false;
}

document.querySelectorAll('[data-standing-api]').forEach(awaitStanding);
