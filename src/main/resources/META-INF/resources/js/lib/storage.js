// Answers that the server has not confirmed yet, in local storage: one entry per question, so that two tabs never overwrite each
// other's. An entry holds the answer, its sequence number and the deadline after which it is of no use; nothing personal.

const PREFIX = 'leitai.unsent|';

export class UnsentAnswers {
  /** @param attempt what tells this attempt from every other that was made on this phone */
  constructor(attempt, storage = availableStorage()) {
    this.prefix = PREFIX + attempt + '|';
    this.storage = storage;
  }

  /** slot → {seq, answer} */
  all() {
    const entries = new Map();
    keys(this.storage).forEach((key) => {
      const entry = key.startsWith(this.prefix) ? parse(this.storage.getItem(key)) : null;
      if (entry) {
        entries.set(Number(key.slice(this.prefix.length)), { seq: entry.seq, answer: entry.answer });
      }
    });
    return entries;
  }

  put(slot, entry, usefulUntilMillis) {
    const value = JSON.stringify({ seq: entry.seq, answer: entry.answer, usefulUntilMillis });
    try {
      this.storage.setItem(this.prefix + slot, value);
    } catch (full) {
      // The answer stays in memory and is sent all the same; only a reload before that would lose it.
    }
  }

  /** Removes what is stored for the slot unless another tab has stored something newer. */
  remove(slot, upToSeq) {
    const entry = parse(this.storage.getItem(this.prefix + slot));
    if (entry && entry.seq <= upToSeq) {
      this.storage.removeItem(this.prefix + slot);
    }
  }

  clear() {
    this.drop((key) => key.startsWith(this.prefix));
  }

  /** What other attempts left behind, once it is too late for it anyway. */
  dropUseless(nowMillis) {
    this.drop((key) => {
      const entry = key.startsWith(PREFIX) ? parse(this.storage.getItem(key)) : null;
      return entry !== null && entry.usefulUntilMillis < nowMillis && !key.startsWith(this.prefix);
    });
  }

  drop(isDropped) {
    keys(this.storage)
      .filter(isDropped)
      .forEach((key) => this.storage.removeItem(key));
  }
}

function keys(storage) {
  return Array.from({ length: storage.length }, (ignored, i) => storage.key(i));
}

function parse(text) {
  try {
    const entry = JSON.parse(text);
    return entry && Number.isInteger(entry.seq) && Array.isArray(entry.answer) ? entry : null;
  } catch (damaged) {
    return null;
  }
}

function availableStorage() {
  try {
    localStorage.setItem(PREFIX, '');
    localStorage.removeItem(PREFIX);
    return localStorage;
  } catch (refused) {
    return new MemoryStorage();
  }
}

/** For browsers that refuse storage: unsent answers then last as long as the page. */
class MemoryStorage {
  constructor() {
    this.values = new Map();
  }

  get length() {
    return this.values.size;
  }

  key(i) {
    return Array.from(this.values.keys())[i];
  }

  getItem(key) {
    return this.values.has(key) ? this.values.get(key) : null;
  }

  setItem(key, value) {
    this.values.set(key, value);
  }

  removeItem(key) {
    this.values.delete(key);
  }
}
