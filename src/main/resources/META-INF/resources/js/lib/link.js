import { backoffMillis, isPassing, request } from './api.js';

/** Asks until there is an answer that will not change by asking again; the return of the network cuts a wait short. */
export class Link {
  constructor() {
    this.sleepers = new Set();
  }

  /** @param options for request(); onReply(reply) after every try, onTrouble() before every wait */
  async insist(method, url, options, { onReply = () => {}, onTrouble = () => {} } = {}) {
    for (let failures = 1; ; failures += 1) {
      const reply = await request(method, url, options);
      onReply(reply);
      if (!isPassing(reply)) {
        return reply;
      }
      onTrouble();
      await this.sleep(backoffMillis(failures, reply.retryAfterMillis), reply.retryAfterMillis === 0);
    }
  }

  /** @param mayBeShort false where the server itself asked for the wait */
  sleep(millis, mayBeShort = true) {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, millis);
      if (mayBeShort) {
        this.sleepers.add(wake);
      }
    });
  }

  wake() {
    Array.from(this.sleepers).forEach((wake) => wake());
  }
}
