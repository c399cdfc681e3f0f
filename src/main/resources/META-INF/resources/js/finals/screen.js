// The big screen: draws the newest state, whatever it missed, and never shows the hall anything but a scene.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { Board, StageClock, answer, order, question, ring, rulingLine, whereText } from './stage.js';

const page = document.querySelector('[data-screen]');
const text = readTexts(document.querySelector('[data-texts]'));
const clock = new StageClock();
const parts = {
  title: page.querySelector('[data-title]'),
  segment: page.querySelector('[data-segment]'),
  scene: page.querySelector('[data-stage]'),
  strip: page.querySelector('[data-strip]'),
  link: page.querySelector('[data-link]'),
};
const time = ring();
const BUZZ_MILLIS = 3000;
const SMALLEST_PERCENT = 40;
let state = null;
let shown = '';
let buzzed = { key: '', at: 0 };

const scenes = {
  opening: () => [element('h1', { class: 'huge' }, state.title), element('p', { class: 'sub' }, text('opening')), parade()],
  segment: () => [
    element('p', { class: 'sub' }, text('segment-number', state.segment.number)),
    element('h1', { class: 'huge' }, state.segment.title),
    element('p', { class: 'sub' }, state.segment.rules || ''),
  ],
  question: () => [who(), question(state)],
  buzz: () => [element('h1', { class: 'winner' }, state.teams[state.buzz[0].team].name), order(state, text)],
  ruling: () => [rulingLine(state, text)],
  answer: () => [question(state), answer(state, text)],
  board: () => [element('h2', { class: 'board-title' }, text('board')), board()],
  frozen: () => [element('h2', { class: 'board-title' }, text('frozen')), board(), element('p', { class: 'sub' }, text('frozen-why'))],
  reveal: () => [element('h2', { class: 'board-title' }, text('reveal')), board()],
  final: () => [element('h2', { class: 'board-title' }, text('final')), podium(), board()],
  break: () => [element('h1', { class: 'huge' }, text('break')), element('p', { class: 'sub' }, state.title)],
};

function parade() {
  return element('ul', { class: 'parade' }, ...state.teams.map((team) => element('li', {}, team.name)));
}

function who() {
  const asked = state.question;
  const names = (asked.answerers || []).map((team) => state.teams[team].name);
  const line = state.window === 'open' ? text('buzz-now') : names.length === 1 ? text('answers', names[0]) : '';
  return element(
    'p',
    { class: state.window === 'open' ? 'who who-buzz' : 'who' },
    element('span', {}, text('question-number', asked.number)),
    asked.points && element('span', {}, text('points', asked.points)),
    line && element('strong', {}, line)
  );
}

function podium() {
  const first = state.teams.filter((team) => team.rank === 1);
  return element('p', { class: 'champion' }, text('champion', first.map((team) => team.name).join(' ')));
}

const boardBox = element('ol', { class: 'board' });
const rows = new Board(boardBox);

function board() {
  rows.show(state.teams);
  return boardBox;
}

/** The winner's name fills the wall for three seconds; then the question comes back with the one who answers it. */
function sceneNow() {
  if (state.scene !== 'buzz') {
    return scenes[state.scene] ? state.scene : 'opening';
  }
  const key = state.segment.number + '/' + state.question.number + '/' + state.buzz[0].team;
  if (key !== buzzed.key) {
    buzzed = { key, at: Date.now() };
    setTimeout(draw, BUZZ_MILLIS + 50);
  }
  return Date.now() - buzzed.at < BUZZ_MILLIS ? 'buzz' : 'question';
}

function draw() {
  setText(parts.title, state.title);
  setText(
    parts.segment,
    whereText(state, text)
  );
  const scene = sceneNow();
  const key = scene + '/' + (state.segment ? state.segment.number : 0) + '/' + (state.question ? state.question.number : 0);
  page.dataset.scene = scene;
  page.classList.toggle('is-paused', Boolean(state.paused));
  replaceChildren(parts.scene, ...scenes[scene]());
  strip();
  fit();
  if (key !== shown) {
    parts.scene.classList.remove('enter');
    void parts.scene.offsetWidth; // starts the motion anew
    parts.scene.classList.add('enter');
    shown = key;
  }
}

/** A question of any length is shown whole: everything shrinks together until it fits. */
function fit() {
  const pieces = Array.from(parts.scene.children);
  for (let percent = 100; percent >= SMALLEST_PERCENT; percent -= 5) {
    pieces.forEach((piece) => {
      piece.style.zoom = percent / 100;
    });
    if (parts.scene.scrollHeight <= parts.scene.clientHeight && !reachesOut(pieces)) {
      return;
    }
  }
}

/** Content that is centred overflows at the top as well, where no scroll height tells of it. */
function reachesOut(pieces) {
  return pieces.length > 0 && pieces[0].getBoundingClientRect().top < parts.scene.getBoundingClientRect().top;
}

function strip() {
  replaceChildren(
    parts.strip,
    ...state.teams.map((team, i) =>
      element(
        'li',
        { class: state.answering === i ? 'cell cell-now' : 'cell' },
        element('span', { class: 'cell-name' }, team.name),
        element('span', { class: 'cell-score' }, team.score === null ? '？' : team.score)
      )
    )
  );
}

function tick() {
  const remaining = state ? clock.remaining(state.clock) : null;
  time.show(remaining, state && state.clock ? state.clock.total : 0, state && state.paused);
  requestAnimationFrame(tick);
}

page.querySelector('[data-clock]').append(time.box);
connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    state = next;
    draw();
  },
  onStatus(status) {
    parts.link.hidden = status === 'live';
  },
});
tick();
