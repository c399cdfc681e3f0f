// What a seat says and is answered. A message that has no answer yet is said again with the same number, so that it counts once;
// a press is never said again: one that comes later would be unjust.

const AGAIN_MILLIS = 1500;
const LONGEST_BYTES = 1000; // the server closes at 1 KB

export class SeatLine {
  constructor(send, onRefused, onPing) {
    this.transmit = send;
    this.onRefused = onRefused;
    this.onPing = onPing;
    this.number = Date.now(); // above all that this device said before a reload
    this.waiting = new Map();
    setInterval(() => this.again(), AGAIN_MILLIS);
  }

  next() {
    this.number += 1;
    return this.number;
  }

  press(nonce) {
    return this.transmit({ press: nonce, n: this.next() });
  }

  /** kind names what it is, of which only the newest matters; done(code) is called once, code null when it was taken. */
  say(kind, body, done) {
    const message = Object.assign({}, body, { n: this.next() });
    if (new TextEncoder().encode(JSON.stringify(message)).length > LONGEST_BYTES) {
      done('too-long');
      return;
    }
    this.drop(kind);
    this.waiting.set(message.n, { kind, message, done, since: performance.now() });
    this.transmit(message);
  }

  isWaiting(kind) {
    return Array.from(this.waiting.values()).some((one) => one.kind === kind);
  }

  drop(kind) {
    this.waiting.forEach((one, n) => one.kind === kind && this.waiting.delete(n));
  }

  again() {
    const now = performance.now();
    this.waiting.forEach((one) => {
      if (one.kind === 'check' ? now - one.since > 8000 : now - one.since > AGAIN_MILLIS) {
        one.since = now;
        this.transmit(one.message);
      }
    });
  }

  hear(message) {
    const one = this.waiting.get(message.ack);
    if (!one) {
      return;
    }
    const code = message.ok ? null : String(message.code || '').split('.').pop();
    if (code === 'again') {
      one.since = performance.now();
      return;
    }
    this.waiting.delete(message.ack);
    if (one.kind === 'check') {
      this.onPing(Math.round(performance.now() - one.since));
    }
    if (one.done) {
      one.done(code);
    }
    if (code) {
      this.onRefused(code);
    }
  }
}
