// The host's private notes: one for each question and segment, saved a moment after the last letter.

import { setText } from '../../lib/dom.js';

const SAVE_AFTER_MILLIS = 700;

export class Notes {
  constructor(code, box, status, text) {
    this.address = '/staff/finals/' + code + '/notes';
    this.box = box;
    this.status = status;
    this.text = text;
    this.notes = null;
    this.place = null;
    box.disabled = true;
    box.addEventListener('input', () => this.later());
    box.addEventListener('blur', () => this.save());
  }

  async load() {
    try {
      const reply = await fetch(this.address, { headers: { Accept: 'application/json' } });
      this.notes = reply.ok ? await reply.json() : {};
      this.box.disabled = !reply.ok;
    } catch (lost) {
      setTimeout(() => this.load(), 3000);
      return;
    }
    this.box.value = this.notes[this.place] || '';
  }

  /** What is written belongs to the place that was on until now. */
  show(place) {
    if (place === this.place) {
      return;
    }
    this.save();
    this.place = place;
    this.box.value = (this.notes && this.notes[place]) || '';
    setText(this.status, '');
  }

  later() {
    clearTimeout(this.timer);
    setText(this.status, this.text('note-saving'));
    this.timer = setTimeout(() => this.save(), SAVE_AFTER_MILLIS);
  }

  async save() {
    clearTimeout(this.timer);
    const place = this.place;
    const body = this.box.value;
    if (!this.notes || !place || (this.notes[place] || '') === body) {
      return;
    }
    this.notes[place] = body;
    try {
      const reply = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ place, body }),
      });
      this.tell(place, reply.ok ? 'note-saved' : 'note-lost');
    } catch (lost) {
      delete this.notes[place]; // the next save tries again
      this.tell(place, 'note-lost');
    }
  }

  tell(place, key) {
    if (place === this.place) {
      setText(this.status, this.text(key));
    }
  }
}
