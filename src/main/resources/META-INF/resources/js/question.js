import { element } from './lib/dom.js';
import { canSpeak, speak, stopSpeaking } from './lib/speech.js';

const TYPING_MILLIS = 700; // a pause in typing
const TICKING_MILLIS = 250; // several boxes ticked in one go are one answer

/** One question on the screen. `change(answer, delayMillis)` is called with every change a person makes. */
export class Question {
  constructor(slot, { text, locked, marked, change, mark }) {
    this.slot = slot;
    this.text = text;
    this.locked = locked;
    this.change = change;
    this.inputs = slot.type === 'fill-in' ? this.blanks() : this.choices();
    this.stem = element('legend', { class: 'stem', tabindex: '-1' }, slot.stem);
    this.clearButton = this.tool('clear', () => this.clear());
    this.root = element(
      'form',
      { class: 'question', autocomplete: 'off', onsubmit: (event) => event.preventDefault() },
      element('p', { class: 'kind' }, text(slot.type), ' · ', text('points', slot.points)),
      element('fieldset', { disabled: locked }, this.stem, ...this.inputs.map((input) => input.row)),
      element('p', { class: 'tools' }, this.markButton(marked, mark), this.readButton(), this.clearButton)
    );
  }

  /** Shows an answer without reporting it; what is being typed is left alone. */
  show(answer) {
    if (this.slot.type === 'fill-in') {
      this.inputs.forEach(({ input }, i) => {
        if (input !== document.activeElement) {
          input.value = answer[i] || '';
        }
      });
    } else {
      this.inputs.forEach(({ input }) => {
        input.checked = answer.includes(input.value);
      });
    }
    this.showChosen(answer);
  }

  showChosen(answer) {
    this.inputs.forEach(({ input, row }) => row.classList.toggle('is-chosen', input.checked));
    this.clearButton.hidden = this.locked || answer.length === 0;
  }

  read() {
    if (this.slot.type === 'fill-in') {
      const words = this.inputs.map(({ input }) => input.value);
      return words.every((word) => word.trim() === '') ? [] : words;
    }
    return this.inputs.filter(({ input }) => input.checked).map(({ input }) => input.value);
  }

  report(delayMillis) {
    const answer = this.read();
    this.showChosen(answer);
    this.change(answer, delayMillis);
  }

  clear() {
    this.inputs.forEach(({ input }) => {
      input.checked = false;
      input.value = this.slot.type === 'fill-in' ? '' : input.value;
    });
    this.report(0);
    this.stem.focus();
  }

  choices() {
    const several = this.slot.type === 'multiple';
    return this.letters().map(([letter, label]) => {
      const input = element('input', {
        type: several ? 'checkbox' : 'radio',
        name: 'answer',
        value: letter,
        onchange: () => this.report(several ? TICKING_MILLIS : 0),
      });
      const shown = this.slot.type === 'true-false' ? null : element('span', { class: 'option-letter' }, letter);
      return {
        input,
        row: element('label', { class: 'option' }, input, shown, element('span', { class: 'option-text' }, label)),
      };
    });
  }

  letters() {
    return this.slot.type === 'true-false'
      ? [
          ['T', this.text('true')],
          ['F', this.text('false')],
        ]
      : this.slot.options.map((label, i) => [String.fromCharCode(65 + i), label]);
  }

  blanks() {
    return Array.from({ length: this.slot.blanks || 1 }, (ignored, i) => {
      const input = element('input', {
        type: 'text',
        maxlength: '64',
        enterkeyhint: 'done',
        autocapitalize: 'off',
        spellcheck: 'false',
        oninput: () => this.report(TYPING_MILLIS),
        onchange: () => this.report(0),
      });
      const label = element('span', { class: 'blank-label' }, this.text('blank', i + 1));
      return { input, row: element('label', { class: 'blank' }, label, input) };
    });
  }

  markButton(marked, mark) {
    const button = this.tool(marked ? 'marked' : 'mark', () => {
      const now = mark();
      button.setAttribute('aria-pressed', String(now));
      button.textContent = this.text(now ? 'marked' : 'mark');
    });
    button.setAttribute('aria-pressed', String(marked));
    button.hidden = this.locked;
    return button;
  }

  readButton() {
    if (!canSpeak()) {
      return null;
    }
    let speaking = false;
    const button = this.tool('read', () => {
      speaking = !speaking;
      button.textContent = this.text(speaking ? 'stop' : 'read');
      if (speaking) {
        speak(this.spoken(), () => {
          speaking = false;
          button.textContent = this.text('read');
        });
      } else {
        stopSpeaking();
      }
    });
    return button;
  }

  spoken() {
    const options = this.slot.type === 'fill-in' ? [] : this.letters().map(([letter, label]) => letter + '，' + label);
    return [this.slot.stem, ...(this.slot.type === 'true-false' ? [] : options)].join('。');
  }

  tool(key, act) {
    return element('button', { type: 'button', class: 'plain', onclick: act }, this.text(key));
  }
}
