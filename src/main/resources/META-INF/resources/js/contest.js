import { countdownText, ServerClock, SleepDetector } from './lib/clock.js';
import { fill, setText } from './lib/dom.js';

const TICK_MILLIS = 250;
const DAY_MILLIS = 86400000;
const SPREAD_MILLIS = 2500; // thousands wait for the same second; the personal clock starts only with the first question

/** Counts down in the server's time, then loads the page anew, for what it says is no longer true. */
class Countdown {
  constructor(root) {
    this.root = root;
    this.remaining = root.querySelector('[data-remaining]');
    this.untilMillis = Number(root.dataset.untilMillis);
    this.clock = new ServerClock();
    this.sleepDetector = new SleepDetector();
    this.clock.hear(Number(root.dataset.nowMillis), ...pageLoad());
  }

  start() {
    this.tick();
    this.root.hidden = false;
    this.timer = setInterval(() => this.tick(), TICK_MILLIS);
    window.addEventListener('pageshow', (event) => event.persisted && location.reload());
  }

  tick() {
    if (this.sleepDetector.hasSlept()) {
      this.reload(0);
      return;
    }
    const millis = this.untilMillis - this.clock.now();
    if (millis <= 0) {
      this.reload(Math.random() * SPREAD_MILLIS);
    }
    const days = Math.floor(millis / DAY_MILLIS);
    const clock = countdownText(days > 0 ? millis % DAY_MILLIS : millis);
    setText(this.remaining, days > 0 ? fill(this.root.dataset.days, days) + ' ' + clock : clock);
  }

  reload(afterMillis) {
    clearInterval(this.timer);
    setTimeout(() => location.reload(), afterMillis);
  }
}

/** When this page was asked for and when it began to arrive, by performance.now(). */
function pageLoad() {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation && navigation.responseStart > 0
    ? [navigation.requestStart, navigation.responseStart]
    : [0, performance.now()];
}

document.querySelectorAll('[data-until-millis]').forEach((root) => new Countdown(root).start());

// A double tap starts one attempt on the server anyway; the button says that it has understood.
document.querySelectorAll('form[data-once]').forEach((form) => {
  form.addEventListener('submit', () => form.querySelector('button').setAttribute('aria-disabled', 'true'));
});
