// A device that waits for the host's consent asks whether it is in.

const page = document.querySelector('[data-seat-wait]');
const ASK_AGAIN_MILLIS = 2000;

async function ask() {
  try {
    const reply = await fetch('/seat/standing', { headers: { Accept: 'application/json' } });
    const standing = reply.ok ? (await reply.json()).standing : 'waiting';
    if (standing === 'in') {
      window.location.replace('/seat');
      return;
    }
    page.querySelector('[data-waiting]').hidden = standing === 'gone';
    page.querySelector('[data-out]').hidden = standing !== 'gone';
    if (standing === 'gone') {
      return;
    }
  } catch (offline) {
    // asked again
  }
  setTimeout(ask, ASK_AGAIN_MILLIS);
}

setTimeout(ask, ASK_AGAIN_MILLIS);
