// Which sounds a change of state makes. A page that was just loaded makes none for what it finds.

const LAST_SECONDS = 5;

/** Names of sounds, see sound.js. Reveals sound when their row is due and opens, not here. */
export function cues(before, after) {
  if (!before) {
    return [];
  }
  const heard = [];
  if (after.window === 'open' && before.window !== 'open') {
    heard.push('open');
  }
  if (after.scene === 'buzz' && before.scene !== 'buzz') {
    heard.push('buzz');
  }
  if (after.ruling && JSON.stringify(after.ruling) !== JSON.stringify(before.ruling)) {
    heard.push(after.ruling.outcome === 'right' || after.ruling.outcome === 'partial' ? 'right' : 'wrong');
  }
  if (after.scene === 'final' && before.scene !== 'final' && !after.frozen) {
    heard.push('fanfare');
  }
  return heard;
}

/** The end of a clock: a tick for each of its last seconds, and another sound when it is over. */
export class LastSeconds {
  constructor() {
    this.left = null;
  }

  /** @param remaining milliseconds; null: no clock, or it stands still */
  hear(remaining) {
    const left = remaining === null ? null : Math.ceil(remaining / 1000);
    const before = this.left;
    this.left = left;
    if (left === null || before === null || left >= before || left > LAST_SECONDS) {
      return null;
    }
    return left === 0 ? 'over' : 'tick';
  }
}
