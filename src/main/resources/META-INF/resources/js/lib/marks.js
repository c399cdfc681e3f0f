/** The questions that somebody wants to come back to; they outlive a reload, not the tab. */
export class Marks {
  constructor(attempt) {
    this.key = 'leitai.marks|' + attempt;
    this.slots = new Set(this.stored());
  }

  has(slot) {
    return this.slots.has(slot);
  }

  toggle(slot) {
    if (!this.slots.delete(slot)) {
      this.slots.add(slot);
    }
    try {
      sessionStorage.setItem(this.key, JSON.stringify(Array.from(this.slots)));
    } catch (refused) {
      // The marks then last as long as the page.
    }
    return this.has(slot);
  }

  clear() {
    try {
      sessionStorage.removeItem(this.key);
    } catch (refused) {
      // Nothing was stored either.
    }
  }

  stored() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) || [];
    } catch (refusedOrDamaged) {
      return [];
    }
  }
}
