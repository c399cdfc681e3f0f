// Dialogs: one at a time, the first field has the focus, Enter sends, Escape leaves everything as it was. What was typed stays until the
// command has been done; a refusal is shown at the field that it is about.

import { element, replaceChildren } from '../../lib/dom.js';

const FIELD_OF = {
  'finals.match.scene-length': 'minutes',
  'finals.bad-points': 'points',
  'finals.match.reason-missing': 'reason',
  'finals.match.judges-missing': 'reason',
  'finals.match.unknown-player': 'name',
  'finals.match.unknown-team': 'team',
  'finals.match.team-missing': 'team',
};

export class Ask {
  constructor(text) {
    this.text = text;
    this.form = element('form', { class: 'form ask-form', novalidate: true });
    this.box = element('dialog', { class: 'card ask' }, this.form);
    document.body.append(this.box);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('select')) { // a browser would open its list
        event.preventDefault();
        this.form.requestSubmit();
      }
    });
    this.box.addEventListener('close', () => {
      if (!this.box.open) { // another question may follow at once, before this is heard
        this.question = null;
        this.letGo();
      }
    });
  }

  get open() {
    return this.box.open;
  }

  /**
   * question: {title, hint, fields: [{name, label, kind, options, value, optional, quick}], extra, submit, danger, send(values) → outcome}.
   * Kinds: plain (the default), points, select, radio, checks. Options: [{value, label, detail}].
   */
  show(question) {
    this.question = question;
    this.error = element('p', { class: 'field-error', role: 'alert' });
    this.button = element(
      'button',
      { class: question.danger ? 'button button-danger' : 'button button-primary' },
      question.submit,
      element('kbd', {}, 'Enter')
    );
    replaceChildren(
      this.form,
      element('h2', {}, question.title),
      question.hint && element('p', { class: 'field-hint' }, question.hint),
      ...(question.fields || []).map((field) => this.field(field)),
      question.extra,
      this.error,
      element(
        'p',
        { class: 'actions' },
        question.send && this.button,
        element('button', { type: 'button', class: 'button', onclick: () => this.close() }, this.text(question.send ? 'cancel' : 'close'), element('kbd', {}, 'Esc'))
      )
    );
    if (!this.box.open) {
      this.box.showModal();
    }
    const first = this.form.querySelector('input:not([type=radio]), input:checked, select, textarea') || this.button;
    first.focus();
  }

  close() {
    this.box.close();
    this.letGo();
  }

  /** Or a field that is gone swallows the next key. */
  letGo() {
    if (this.box.contains(document.activeElement)) {
      document.activeElement.blur();
    }
  }

  field(field) {
    const body = this[field.kind || 'plain'](field);
    const error = element('span', { class: 'field-error', 'data-error': field.name });
    const grouped = field.kind === 'radio' || field.kind === 'checks';
    return element(grouped ? 'fieldset' : 'label', { class: field.small ? 'field field-small' : 'field' }, element(grouped ? 'legend' : 'span', { class: 'field-label' }, field.label), body, field.quick && this.quick(field), error);
  }

  plain(field, attributes = {}) {
    return element('input', { name: field.name, maxlength: 200, autocomplete: 'off', value: field.value || '', ...attributes });
  }

  points(field) {
    return this.plain(field, { inputmode: 'decimal', maxlength: 12, class: 'ask-points', placeholder: field.small ? '±' : this.text('points-hint') });
  }

  select(field) {
    return element(
      'select',
      { name: field.name },
      ...field.options.map((option) => element('option', { value: option.value, selected: String(option.value) === String(field.value) }, option.label))
    );
  }

  radio(field) {
    return this.list(field, 'radio');
  }

  checks(field) {
    return this.list(field, 'checkbox');
  }

  list(field, type) {
    const chosen = [].concat(field.value === undefined ? [] : field.value).map(String);
    return element(
      'span',
      { class: 'ask-list' },
      ...field.options.map((option) =>
        element(
          'label',
          { class: 'ask-option' },
          element('input', { type, name: field.name, value: option.value, checked: chosen.includes(String(option.value)), disabled: option.disabled }),
          element('span', {}, option.label, option.detail && element('small', {}, option.detail))
        )
      )
    );
  }

  quick(field) {
    return element(
      'span',
      { class: 'ask-quick' },
      ...field.quick.map((words) =>
        element('button', { type: 'button', class: 'button button-small', onclick: () => this.fill(field.name, words) }, words)
      )
    );
  }

  fill(name, words) {
    const input = this.form.elements[name];
    input.value = words;
    input.focus();
  }

  values() {
    const values = {};
    (this.question.fields || []).forEach((field) => {
      if (field.kind === 'checks') {
        values[field.name] = Array.from(this.form.querySelectorAll('[name="' + field.name + '"]:checked')).map((box) => box.value);
      } else {
        values[field.name] = this.form.elements[field.name] ? this.form.elements[field.name].value : '';
      }
    });
    return values;
  }

  async submit() {
    const question = this.question;
    if (!question || !question.send) {
      return;
    }
    this.clear();
    const values = this.values();
    const missing = question.fields?.find((field) => !field.optional && field.kind !== 'checks' && !String(values[field.name]).trim());
    if (missing) {
      this.blame(missing.name, this.text(missing.name === 'reason' ? 'reason-missing' : 'missing'));
      return;
    }
    const outcome = await question.send(values);
    if (this.question !== question) {
      return;
    }
    if (outcome.ok) {
      this.close();
    } else {
      this.blame(FIELD_OF[outcome.code], outcome.text);
    }
  }

  clear() {
    this.error.textContent = '';
    this.form.querySelectorAll('[data-error]').forEach((error) => (error.textContent = ''));
  }

  blame(name, words) {
    const at = name && this.form.querySelector('[data-error="' + name + '"]');
    (at || this.error).textContent = words;
    if (at && this.form.elements[name]?.focus) {
      this.form.elements[name].focus();
    }
  }
}
