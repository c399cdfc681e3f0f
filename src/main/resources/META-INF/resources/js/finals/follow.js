// The phone page that follows a final: scores, segment, question, buzz and ruling, joining at any moment.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { Board, StageClock, answer, order, question, ring, rulingLine, whereText } from './stage.js';

const page = document.querySelector('[data-follow]');
const text = readTexts(document.querySelector('[data-texts]'));
const clock = new StageClock();
const time = ring();
const board = new Board(page.querySelector('[data-board]'));
const now = page.querySelector('[data-now]');
const segment = page.querySelector('[data-segment]');
const status = page.querySelector('[data-status]');
let state = null;

function draw() {
  setText(segment, whereText(state, text) || text('opening'));
  page.querySelector('[data-frozen]').hidden = !state.frozen;
  board.show(state.teams);
  page.querySelector('[data-board]').style.height = 'calc(' + state.teams.length + ' * var(--row))';
  const parts = [];
  if (state.paused) {
    parts.push(element('p', { class: 'notice' }, text('paused')));
  }
  if (state.question) {
    parts.push(element('p', { class: 'who' }, text('question-number', state.question.number)), question(state));
  }
  if (state.buzz.length > 0) {
    parts.push(order(state, text));
  }
  if (state.ruling) {
    parts.push(rulingLine(state, text));
  }
  if (state.answer) {
    parts.push(answer(state, text));
  }
  if (parts.length === 0) {
    parts.push(element('p', { class: 'quiet' }, text(state.scene === 'final' ? 'final' : 'wait')));
  }
  replaceChildren(now, ...parts);
}

function tick() {
  time.show(state ? clock.remaining(state.clock) : null, state && state.clock ? state.clock.total : 0, state && state.paused);
  setTimeout(tick, 200);
}

page.querySelector('[data-clock]').append(time.box);
connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    state = next;
    draw();
  },
  onStatus(link) {
    setText(status, text(link === 'live' ? 'link-live' : 'link-lost'));
    status.classList.toggle('status-lost', link !== 'live');
  },
});
tick();
