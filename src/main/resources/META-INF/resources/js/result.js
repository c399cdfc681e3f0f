import { backoffMillis, request } from './lib/api.js';

const FIRST_MILLIS = 800;
const AGAIN_MILLIS = 5000; // where the page was just loaded anew and still has no rank, another node may lag behind
const TRIES = 12; // about a minute; the rank is on the page whenever it is opened again

/** Asks for the rank until it is there, then shows the page that has it. */
async function awaitStanding(root) {
  const [navigation] = performance.getEntriesByType('navigation');
  await sleep(navigation && navigation.type === 'reload' ? AGAIN_MILLIS : FIRST_MILLIS);
  for (let failures = 1; failures <= TRIES; failures += 1) {
    const reply = await request('GET', root.dataset.standingApi);
    if (reply.status === 200 && reply.body.rank) {
      location.reload();
      return;
    }
    await sleep(backoffMillis(failures, reply.retryAfterMillis, 6000));
  }
  root.querySelector('[data-pending]').hidden = true;
  root.querySelector('[data-late]').hidden = false;
}

function sleep(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

document.querySelectorAll('[data-standing-api]').forEach(awaitStanding);
