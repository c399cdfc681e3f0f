// The server's time on this phone. It runs on performance.now(); the phone's own date, which may be off by a day, is never
// asked for a deadline.

export class ServerClock {
  constructor(monotonicMillis = () => performance.now()) {
    this.monotonicMillis = monotonicMillis;
    this.earliest = null; // bounds of (server time − monotonic time)
    this.latest = null;
  }

  /**
   * The server stamped `serverTimeMillis` some time between sending and receiving. Every such sentence narrows the bounds; one
   * that contradicts them starts anew, for the monotonic counter stands still while some phones sleep.
   */
  hear(serverTimeMillis, sentAt, receivedAt) {
    if (!(serverTimeMillis > 0)) {
      return;
    }
    const earliest = serverTimeMillis - receivedAt;
    const latest = serverTimeMillis - sentAt;
    const agrees = this.latest !== null && earliest <= this.latest && latest >= this.earliest;
    this.earliest = agrees ? Math.max(earliest, this.earliest) : earliest;
    this.latest = agrees ? Math.min(latest, this.latest) : latest;
  }

  knows() {
    return this.latest !== null;
  }

  now() {
    return this.monotonicMillis() + (this.earliest + this.latest) / 2;
  }
}

/** Notices that the phone has slept: the date went on while the monotonic counter did not. */
export class SleepDetector {
  constructor() {
    this.gap = Date.now() - performance.now();
  }

  hasSlept() {
    const gap = Date.now() - performance.now();
    const slept = Math.abs(gap - this.gap) > 1500;
    this.gap = gap;
    return slept;
  }
}

/** `9:05`, from an hour on `1:09:05`; a started second counts, so that 0:00 means over. */
export function countdownText(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? minutes + ':' + pad(seconds % 60, 2)
    : Math.floor(minutes / 60) + ':' + pad(minutes % 60, 2) + ':' + pad(seconds % 60, 2);
}

/** `3:25.416`, as the server writes a time taken. */
export function elapsedText(millis) {
  const minutes = Math.floor(millis / 60000);
  const seconds = pad(Math.floor(millis / 1000) % 60, 2) + '.' + pad(millis % 1000, 3);
  return minutes < 60
    ? minutes + ':' + seconds
    : Math.floor(minutes / 60) + ':' + pad(minutes % 60, 2) + ':' + seconds;
}

function pad(number, length) {
  return String(number).padStart(length, '0');
}
