import { backoffMillis, isPassing } from './api.js';

const HURRY_MILLIS = 15000; // so close to the deadline, order and long waits no longer help anybody
const IN_FLIGHT_IN_A_HURRY = 3; // five answers of a minute without network then arrive within the grace of two seconds

/**
 * The answers of one attempt on this phone: what the server has confirmed, and what it has not yet. Every change gets a higher
 * sequence number; a retry carries the number of the first try; of two answers to a question the higher number counts, here and
 * on the server.
 *
 * options: unsent (UnsentAnswers), send(slot, entry) → Promise of a reply, and what the page does when
 *   changed()                     something here is different
 *   superseded(slot)              another phone's newer answer was taken
 *   refused(slot, problem)        the server will not take an answer; it was dropped
 *   stale()                       the state must be fetched anew; nothing is sent until adopt()
 *   closed(), signedOut()         nothing more can be sent
 *   heard(reply)                  a reply arrived (for the clock)
 */
export class AnswerQueue {
  constructor(options) {
    this.options = options;
    this.saved = new Map(); // slot → {seq, answer}
    this.unsent = new Map(); // slot → {seq, answer, dueAt}
    this.inFlight = new Set();
    this.renumber = new Set(); // slots whose sequence number another phone had used
    this.lastSeq = 0;
    this.failures = 0;
    this.notBefore = 0;
    this.asked = false; // the server itself asked to wait
    this.paused = true; // until the first adopt()
    this.halted = false;
    this.usefulUntilMillis = 0;
  }

  /** Takes over what the server says, except where this phone has something newer. */
  adopt(state) {
    this.usefulUntilMillis = state.deadlineMillis + state.graceMillis;
    this.takeFromOtherTabs();
    this.lastSeq = Math.max(this.lastSeq, state.lastSeq || 0, ...seqs(this.saved), ...seqs(this.unsent));
    state.answers.forEach((answer) => this.confirm(answer.slot, answer.seq, answer.answer));
    this.renumber.forEach((slot) => {
      const entry = this.unsent.get(slot);
      if (entry) {
        this.put(slot, entry.answer, 0);
      }
    });
    this.renumber.clear();
    this.paused = false;
    this.options.changed();
    this.pump();
  }

  /** A tab that was closed without network has left its answers in the storage. */
  takeFromOtherTabs() {
    this.options.unsent.all().forEach((stored, slot) => {
      const own = this.unsent.get(slot);
      if (!own || stored.seq > own.seq) {
        this.unsent.set(slot, stored);
      }
    });
  }

  answerTo(slot) {
    const entry = this.unsent.get(slot) || this.saved.get(slot);
    return entry ? entry.answer : [];
  }

  /** `delayMillis`: while somebody is typing, only what stands still is sent; it is stored at once nevertheless. */
  put(slot, answer, delayMillis) {
    this.lastSeq += 1;
    const entry = { seq: this.lastSeq, answer, dueAt: performance.now() + delayMillis };
    this.unsent.set(slot, entry);
    this.options.unsent.put(slot, entry, this.usefulUntilMillis);
    this.options.changed();
    this.pump();
  }

  unsentCount() {
    return this.unsent.size;
  }

  /** nothing-yet, saved, saving, offline, busy */
  saveState() {
    if (this.unsent.size === 0) {
      return this.saved.size === 0 ? 'nothing-yet' : 'saved';
    }
    if (navigator.onLine === false || (this.failures > 0 && !this.asked)) {
      return 'offline';
    }
    return this.asked && this.failures > 0 ? 'busy' : 'saving';
  }

  /** Sends now what is held back by typing or by our own back-off; a wait that the server asked for is kept. */
  flush() {
    this.unsent.forEach((entry) => {
      entry.dueAt = 0;
    });
    if (!this.asked) {
      this.notBefore = 0;
    }
    this.pump();
  }

  halt() {
    this.halted = true;
    clearTimeout(this.timer);
  }

  pump() {
    clearTimeout(this.timer);
    if (this.halted || this.paused) {
      return;
    }
    const now = performance.now();
    const waiting = Array.from(this.unsent.entries())
      .filter(([slot]) => !this.inFlight.has(slot))
      .sort((one, other) => one[1].seq - other[1].seq);
    if (this.notBefore <= now) {
      // One after the other, in order; after a failure the first one tries the way for the others even in a hurry.
      const free = (this.isHurried() && this.failures === 0 ? IN_FLIGHT_IN_A_HURRY : 1) - this.inFlight.size;
      waiting
        .filter(([, entry]) => !(entry.dueAt > now))
        .slice(0, Math.max(0, free))
        .forEach(([slot, entry]) => this.send(slot, entry));
    }
    const left = waiting.filter(([slot]) => !this.inFlight.has(slot));
    if (left.length > 0 && this.inFlight.size === 0) {
      const dueAt = Math.min(...left.map(([, entry]) => entry.dueAt || 0));
      this.timer = setTimeout(() => this.pump(), Math.max(this.notBefore, dueAt) - now + 1);
    } else if (left.length > 0) {
      this.timer = setTimeout(() => this.pump(), 250);
    }
  }

  async send(slot, entry) {
    this.inFlight.add(slot);
    const reply = await this.options.send(slot, { seq: entry.seq, answer: entry.answer });
    this.inFlight.delete(slot);
    if (this.halted) {
      return;
    }
    this.options.heard(reply);
    this.take(slot, entry, reply);
    this.options.changed();
    this.pump();
  }

  take(slot, entry, reply) {
    if (isPassing(reply)) {
      this.failures += 1;
      this.asked = reply.retryAfterMillis > 0;
      this.notBefore = performance.now() + backoffMillis(this.failures, reply.retryAfterMillis, this.longestWait());
      return;
    }
    this.failures = 0;
    this.asked = false;
    if (reply.status === 200) {
      const newer = reply.body.state === 'superseded' && this.isNewest(slot, entry);
      this.confirm(slot, reply.body.seq, reply.body.answer);
      if (newer) {
        this.options.superseded(slot);
      }
    } else {
      this.takeRefusal(slot, entry, reply);
    }
  }

  takeRefusal(slot, entry, reply) {
    const code = reply.body.code;
    if (reply.status === 401) {
      this.halt();
      this.options.signedOut();
    } else if (code === 'attempt.closed') {
      this.halt();
      this.options.closed();
    } else if (code === 'attempt.seq-reused') {
      this.renumber.add(slot);
      this.pause();
    } else if (code === 'ticket.expired') {
      this.pause();
    } else {
      this.forget(slot, entry.seq);
      this.options.refused(slot, reply.body);
    }
  }

  pause() {
    if (!this.paused) {
      this.paused = true;
      this.options.stale();
    }
  }

  confirm(slot, seq, answer) {
    const known = this.saved.get(slot);
    if (!known || seq > known.seq) {
      this.saved.set(slot, { seq, answer });
    }
    this.lastSeq = Math.max(this.lastSeq, seq);
    if (!this.renumber.has(slot)) {
      this.forget(slot, seq);
    }
  }

  forget(slot, upToSeq) {
    const entry = this.unsent.get(slot);
    if (entry && entry.seq <= upToSeq) {
      this.unsent.delete(slot);
    }
    this.options.unsent.remove(slot, upToSeq);
  }

  isNewest(slot, entry) {
    const newest = this.unsent.get(slot);
    return newest !== undefined && newest.seq === entry.seq;
  }

  isHurried() {
    return this.options.remainingMillis() < HURRY_MILLIS;
  }

  /** Close to the deadline there is no point in waiting long for the network to come back. */
  longestWait() {
    return this.isHurried() ? 1000 : 15000;
  }
}

function seqs(entries) {
  return Array.from(entries.values()).map((entry) => entry.seq);
}
