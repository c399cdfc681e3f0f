import { element } from './lib/dom.js';

/** The sheet with all questions at a glance. rows: [{number, answered, marked, current}] */
export function overview(rows, text, { go, handIn, close }) {
  const count = (test) => rows.filter(test).length;
  return [
    heading(text('overview'), text, close),
    element(
      'p',
      { class: 'quiet number' },
      text('answered') + ' ' + count((row) => row.answered),
      ' · ' + text('blank-word') + ' ' + count((row) => !row.answered),
      ' · ' + text('marked') + ' ' + count((row) => row.marked)
    ),
    element('ol', { class: 'numbers' }, ...rows.map((row) => element('li', {}, numberButton(row, text, go)))),
    element('button', { type: 'button', class: 'button button-primary button-wide', onclick: handIn }, text('hand-in')),
  ];
}

/** Asks once, naming the questions that are still blank. */
export function handInQuestion(blanks, unsentCount, text, { yes, no }) {
  return [
    element('h2', {}, text('ask-title')),
    blanks.length > 0
      ? element('p', {}, text('ask-blank', blanks.length, blanks.join(text('comma'))))
      : element('p', {}, text('ask-all')),
    unsentCount > 0 ? element('p', { class: 'notice' }, text('ask-unsent', unsentCount)) : null,
    element(
      'div',
      { class: 'buttons buttons-pair' },
      element('button', { type: 'button', class: 'button', onclick: no }, text('ask-no')),
      element('button', { type: 'button', class: 'button button-primary', onclick: yes }, text('ask-yes'))
    ),
  ];
}

function numberButton(row, text, go) {
  const words = [
    row.number,
    text(row.answered ? 'answered' : 'blank-word'),
    row.marked ? text('marked') : '',
  ].filter(Boolean);
  return element(
    'button',
    {
      type: 'button',
      class: ['number-cell', row.answered ? 'is-answered' : '', row.marked ? 'is-marked' : ''].join(' '),
      'aria-label': words.join(text('comma')),
      'aria-current': row.current ? 'step' : null,
      onclick: () => go(row.number),
    },
    String(row.number)
  );
}

function heading(title, text, close) {
  return element(
    'div',
    { class: 'sheet-head' },
    element('h2', {}, title),
    element('button', { type: 'button', class: 'plain', onclick: close }, text('close'))
  );
}
