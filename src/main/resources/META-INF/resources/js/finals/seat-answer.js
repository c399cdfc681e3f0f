// How a team answers: options, an order, blanks, or a text. The sheet keeps what is being put together while states come and go.

import { element, replaceChildren, setText } from '../lib/dom.js';

const LONGEST_TEXT = 120;
const LONGEST_BLANK = 40;

export class AnswerSheet {
  constructor(body, foot, text, hand) {
    this.body = body;
    this.foot = foot;
    this.text = text;
    this.hand = hand;
    this.key = '';
    this.left = '';
    this.draft = [];
  }

  /** Begins anew for another question, or when the team changes what it handed in. */
  show(state, draft, busy, open) {
    const task = state.seat.task;
    const key = [task.question, task.form, task.size].join('/');
    if (key !== this.key) {
      this.draft = key === this.left ? this.draft : draft.slice();
      this.key = key;
      this.build(state);
    }
    this.refresh(busy, open);
  }

  /** What was put together is gone. */
  forget() {
    this.key = '';
    this.left = '';
  }

  /** Something else fills the screen, as a pause or a link that broke; what was put together is there again afterwards. */
  leave() {
    this.left = this.key || this.left;
    this.key = '';
  }

  build(state) {
    const task = state.seat.task;
    this.form = task.form;
    this.size = task.size;
    const parts = [element('p', { class: 'stem' }, state.question.stem)];
    const hint = { multiple: 'several', order: 'in-order' }[task.form];
    if (hint) {
      parts.push(element('p', { class: 'seat-hint' }, this.text(hint)));
    }
    this.rows = [];
    this.fields = [];
    if (task.form === 'text' || task.form === 'blanks') {
      parts.push(...this.fieldRows());
    } else {
      this.rows = state.question.options.map((option, i) => this.option(option, i));
      parts.push(element('div', { class: 'choices', role: 'group' }, ...this.rows));
    }
    this.submit = element('button', { type: 'button', class: 'seat-submit', onclick: () => this.hand(this.given()) }, this.text('submit'));
    replaceChildren(this.body, ...parts);
    replaceChildren(this.foot, this.submit);
  }

  option(option, i) {
    const letter = String.fromCharCode(65 + i);
    return element(
      'button',
      { type: 'button', class: 'choice', 'aria-pressed': 'false', 'data-letter': letter, onclick: () => this.tap(letter) },
      element('span', { class: 'choice-sign', 'aria-hidden': 'true' }),
      element('span', { class: 'choice-text' }, option)
    );
  }

  fieldRows() {
    const long = this.form === 'text';
    const longest = long ? LONGEST_TEXT : LONGEST_BLANK;
    return Array.from({ length: this.size }, (unused, i) => {
      const field = element(long ? 'textarea' : 'input', {
        class: 'seat-field',
        maxlength: longest,
        rows: long ? 3 : null,
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
        'aria-label': long ? this.text('write') : this.text('blank', i + 1),
        placeholder: long ? this.text('write') : '',
      });
      field.value = this.draft[i] || '';
      const count = long && element('span', { class: 'seat-count' });
      field.addEventListener('input', () => {
        this.draft[i] = field.value;
        this.refresh(this.busy, this.open);
      });
      this.fields.push({ field, count, longest });
      return element('label', { class: 'seat-label' }, !long && element('span', {}, this.text('blank', i + 1)), field, count);
    });
  }

  tap(letter) {
    const at = this.draft.indexOf(letter);
    if (this.form === 'single') {
      this.draft = [letter];
    } else if (at < 0) {
      this.draft.push(letter);
    } else if (this.form === 'order') {
      this.draft = this.draft.slice(0, at);
    } else {
      this.draft.splice(at, 1);
    }
    this.refresh(this.busy, this.open);
  }

  given() {
    return this.fields.length > 0 ? this.fields.map((one) => one.field.value.trim()) : this.draft.slice();
  }

  refresh(busy, open) {
    this.busy = busy;
    this.open = open;
    const still = busy || !open;
    this.rows.forEach((row) => {
      const at = this.draft.indexOf(row.dataset.letter);
      row.setAttribute('aria-pressed', String(at >= 0));
      row.disabled = still;
      setText(row.firstChild, at < 0 ? '' : this.form === 'order' ? String(at + 1) : '✓');
    });
    this.fields.forEach((one) => {
      one.field.readOnly = still;
      if (one.count) {
        setText(one.count, this.text('longest', one.field.value.length, one.longest));
      }
    });
    const given = this.given();
    const whole = this.form === 'order' ? given.length === this.size : given.some((part) => part !== '') && given.length > 0;
    this.submit.disabled = still || !whole;
    setText(this.submit, this.text(busy ? 'submitting' : open ? 'submit' : 'time-over'));
  }
}

/** What the team handed in, as it reads it. */
export function handedIn(state, text) {
  const task = state.seat.task;
  const options = state.question ? state.question.options : [];
  const letters = { single: true, multiple: true, order: true }[task.form];
  const lines = task.answer.map((part, i) => {
    const line = letters ? options[part.charCodeAt(0) - 65] || part : part;
    return element('li', {}, task.form === 'order' && element('b', {}, String(i + 1) + '. '), task.form === 'blanks' && element('b', {}, text('blank', i + 1) + ' '), line);
  });
  return element('ul', { class: 'handed-in' }, ...lines);
}
