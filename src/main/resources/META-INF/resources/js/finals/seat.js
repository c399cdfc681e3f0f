// A team's seat: one state fills the screen, and the whole screen is the button. Space and Enter press as well, so that a USB
// buzzer that plays a keyboard works without a driver.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { StageClock, gapText, question, ring, rulingLine } from './stage.js';

const page = document.querySelector('[data-seat]');
const text = readTexts(document.querySelector('[data-texts]'));
const clock = new StageClock();
const time = ring();
const button = page.querySelector('[data-press]');
const word = page.querySelector('[data-word]');
const detail = page.querySelector('[data-detail]');
const body = page.querySelector('[data-body]');
const score = page.querySelector('[data-score]');
const dot = page.querySelector('[data-dot]');
let state = null;
let link = 'connecting';
let presses = 0;
let pressedFor = null;

function draw() {
  const seat = state.seat;
  const waiting = seat.state === 'armed' && pressedFor === seat.nonce;
  const look = link !== 'live' ? 'lost' : waiting ? 'pressed' : seat.state;
  page.dataset.state = look;
  setText(word, look === 'behind' ? text('behind', seat.place) : text(look));
  setText(detail, detailOf(look, seat));
  setText(score, state.teams[seat.team].score === null ? '' : text('score', state.teams[seat.team].score));
  const parts = [];
  if (state.question && (look === 'answering' || look === 'ready' || look === 'watching')) {
    parts.push(question(state));
  }
  if (state.ruling && state.ruling.team === seat.team && look === 'ruled') {
    parts.push(rulingLine(state, text));
  }
  replaceChildren(body, ...parts);
  button.disabled = link !== 'live';
}

function detailOf(look, seat) {
  if (look === 'behind') {
    return gapText(seat.gapMillis, text);
  }
  if (look === 'watching' && state.answering !== null && state.answering !== undefined) {
    return text('answers', state.teams[state.answering].name);
  }
  return state.segment ? state.segment.title : state.title;
}

function press() {
  if (!state || link !== 'live' || !state.seat.nonce || pressedFor === state.seat.nonce) {
    return;
  }
  presses += 1;
  if (!socket.send({ press: state.seat.nonce, n: presses })) {
    return;
  }
  if (state.seat.state === 'armed') {
    pressedFor = state.seat.nonce;
    if (navigator.vibrate) {
      navigator.vibrate(60);
    }
  }
  draw();
}

document.addEventListener('keydown', (event) => {
  if ((event.code === 'Space' || event.code === 'Enter') && !event.repeat) {
    event.preventDefault();
    press();
  }
});
// The moment of touching, not of letting go.
button.addEventListener('pointerdown', (event) => {
  event.preventDefault();
  press();
});

function tick() {
  time.show(state ? clock.remaining(state.clock) : null, state && state.clock ? state.clock.total : 0, state && state.paused);
  setTimeout(tick, 100);
}

page.querySelector('[data-clock]').append(time.box);
const socket = connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    state = next;
    if (state.seat.state !== 'armed') {
      pressedFor = null;
    }
    draw();
  },
  onStatus(status) {
    link = status;
    dot.dataset.link = status;
    if (state) {
      draw();
    }
  },
});
tick();
