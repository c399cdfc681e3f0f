import { AnswerPage } from './answer-page.js';
import { AttemptScreen } from './attempt-screen.js';
import { HandIn } from './hand-in.js';
import { request } from './lib/api.js';
import { ServerClock, SleepDetector } from './lib/clock.js';
import { readTexts } from './lib/dom.js';
import { Link } from './lib/link.js';
import { Marks } from './lib/marks.js';
import { AnswerQueue } from './lib/queue.js';
import { Sheet } from './lib/sheet.js';
import { stopSpeaking } from './lib/speech.js';
import { UnsentAnswers } from './lib/storage.js';

const TICK_MILLIS = 200;
const REFUSED_MILLIS = 1000; // before asking again after a "no" to the next question

/**
 * One attempt on this phone: fetches the state, keeps time, hands in. What stands on the screen is AttemptScreen's; what
 * is on its way to the server is AnswerQueue's.
 */
class Answering {
  constructor(root) {
    this.api = root.dataset.api;
    this.contestPath = root.dataset.contestPath;
    this.signInPath = root.dataset.signInPath;
    this.text = readTexts(document.querySelector('[data-texts]'));
    this.page = new AnswerPage(root, this.text);
    this.screen = new AttemptScreen(this);
    this.sheet = new Sheet();
    this.clock = new ServerClock();
    this.sleepDetector = new SleepDetector();
    this.link = new Link();
    this.handIn = new HandIn(this);
    window.addEventListener('online', () => this.wake());
    window.addEventListener('pageshow', (event) => event.persisted && this.wake());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.rest() : this.wake()));
  }

  async start() {
    await this.refresh();
    setInterval(() => this.tick(), TICK_MILLIS);
  }

  /** Fetches the state, once at a time, for as long as it takes. */
  refresh() {
    if (!this.refreshing) {
      this.refreshing = this.fetchState().finally(() => {
        this.refreshing = null;
      });
    }
    return this.refreshing;
  }

  async fetchState() {
    const reply = await this.insist('GET', this.api + '/attempts/open', {});
    if (reply.status === 200) {
      this.take(reply.body);
    } else {
      this.leave(reply);
    }
  }

  insist(method, url, options) {
    return this.link.insist(method, url, options, {
      onReply: (reply) => this.hear(reply),
      onTrouble: () => this.page.showLoading(this.text('retry')),
    });
  }

  take(state) {
    if (this.done) {
      return;
    }
    if (this.state && this.state.attempt !== state.attempt) {
      location.reload();
      return;
    }
    const before = this.state;
    this.state = state;
    this.queue = this.queue || this.newQueue(state);
    this.queue.adopt(state);
    this.screen.take(before);
  }

  newQueue(state) {
    const attempt = [this.api, state.attempt, state.queue || ''].join('|');
    this.marks = new Marks(attempt);
    this.unsent = new UnsentAnswers(attempt);
    this.unsent.dropUseless(this.clock.now());
    return new AnswerQueue({
      unsent: this.unsent,
      send: (slot, body) => request('PUT', '/api/answers/' + slot, { ticket: this.state.ticket, body }),
      remainingMillis: () => this.state.deadlineMillis - this.clock.now(),
      heard: (reply) => this.hear(reply),
      changed: () => this.screen.showProgress(),
      superseded: (slot) => {
        this.page.say(this.text('other-device', slot));
        this.screen.showAnswer(slot);
      },
      refused: (slot, problem) => this.refused(slot, problem),
      stale: () => this.refresh(),
      closed: () => this.leave({ status: 409 }),
      signedOut: () => this.leave({ status: 401 }),
    });
  }

  /** With a clock per question: the next one comes from the server, and the way back is closed. */
  async advance() {
    if (this.advancing || this.done) {
      return;
    }
    this.advancing = true;
    const { currentSlot, slots, slotCount, currentEndsMillis, graceMillis } = this.state;
    const from = currentSlot || slots.length;
    this.queue.flush();
    while (this.queue.unsentCount() > 0 && this.clock.now() <= currentEndsMillis + graceMillis) {
      await this.link.sleep(TICK_MILLIS);
    }
    if (from >= slotCount) {
      await this.handIn.run();
    } else {
      await this.fetchNext(from);
    }
    this.advancing = false;
  }

  async fetchNext(from) {
    const reply = await this.insist('POST', '/api/answers/next', { ticket: this.state.ticket, body: { from } });
    if (reply.status === 200) {
      this.take(reply.body);
      return;
    }
    // An expired ticket, or another phone of this person has moved on.
    await this.refresh();
    await this.link.sleep(REFUSED_MILLIS, false);
  }

  // --- time

  timeIsOver() {
    return this.clock.now() >= this.state.deadlineMillis;
  }

  tick() {
    if (!this.state || this.done) {
      return;
    }
    if (this.sleepDetector.hasSlept()) {
      this.refresh();
    }
    const ends = this.state.currentEndsMillis || this.state.deadlineMillis;
    this.page.showClock(ends - this.clock.now());
    if (this.timeIsOver()) {
      this.timeOver();
    } else if (this.state.currentEndsMillis && ends <= this.clock.now()) {
      this.advance();
    }
  }

  /** Asks the server once more before handing in: the organizer may have extended the time. */
  async timeOver() {
    if (this.closing || this.handIn.running) {
      return;
    }
    this.closing = true;
    this.queue.flush();
    this.screen.show();
    this.handIn.show(this.text('handing-in'), false);
    await this.refresh();
    if (this.timeIsOver()) {
      await this.handIn.run();
    } else {
      this.handIn.turnBack();
    }
    this.closing = false;
  }

  // --- what the phone and the server do to us

  wake() {
    this.link.wake();
    if (this.done) {
      return;
    }
    if (this.queue) {
      this.queue.flush();
    }
    this.refresh();
  }

  /** Another app comes to the front: WeChat may kill this page any moment. */
  rest() {
    stopSpeaking();
    if (this.queue) {
      this.queue.flush();
    }
  }

  hear(reply) {
    this.clock.hear(reply.body.serverTimeMillis, reply.sentAt, reply.receivedAt);
  }

  refused(slot, problem) {
    if (problem.code === 'attempt.too-late') {
      this.handIn.missed.add(slot);
    }
    this.page.say(this.text('not-taken', slot, problem.title || ''));
    this.screen.showAnswer(slot);
  }

  /** Nothing to answer here any more, or nobody signed in. Unsent answers stay for the way back from signing in. */
  leave(reply) {
    this.done = true;
    if (reply.status === 401) {
      location.replace(this.signInPath);
      return;
    }
    this.forget();
    location.replace(this.state ? this.state.result : this.contestPath);
  }

  /** The attempt is over: nothing of it stays on this phone. */
  forget() {
    this.done = true;
    if (this.queue) {
      this.queue.halt();
      this.unsent.clear();
      this.marks.clear();
    }
  }
}

new Answering(document.querySelector('[data-answer]')).start();
