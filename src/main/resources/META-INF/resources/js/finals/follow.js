// The phone page that follows a final: scores, segment, question, buzz and ruling, joining at any moment.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { slates, termLines } from './pieces.js';
import { Ladder, podium } from './reveal.js';
import { Board, StageClock, answer, order, question, ring, rulingLine, whereText } from './stage.js';

const page = document.querySelector('[data-follow]');
const text = readTexts(document.querySelector('[data-texts]'));
const clock = new StageClock();
const time = ring();
const part = (name) => page.querySelector('[data-' + name + ']');
const board = new Board(part('board'));
const ladder = new Ladder(text);
const STATUS = { live: 'link-live', polling: 'follow-polling', connecting: 'link-connecting', offline: 'link-lost', refused: 'follow-closed' };
let state = null;
let drawn = '';

/** What stands on top, the newest first: nobody should have to scroll for a ruling. */
const NOW = {
  opening: () => [waiting('follow-soon')],
  parade: () => [waiting('follow-soon')],
  segment: () => [
    element('p', { class: 'who' }, text('segment-number', state.segment.number)),
    element('h2', { class: 'part-title' }, state.segment.title),
    ...termLines(state.segment, text).map((line) => element('p', { class: 'quiet' }, line)),
  ],
  cheer: () => [waiting('follow-cheer')],
  break: () => [element('h2', { class: 'part-title' }, text('break')), element('p', { class: 'quiet', 'data-break': '' })],
  frozen: () => [],
  board: () => [],
  reveal: () => [element('h2', { class: 'part-title' }, text('reveal')), ladder.box],
  final: () => [element('h2', { class: 'part-title' }, text('awards')), podium(state.teams, text)],
};

function waiting(key) {
  return element('div', { class: 'waiting' }, element('img', { src: '/img/drum-quiet.svg', alt: '', width: 72, height: 72 }), element('p', {}, text(key)));
}

function playing() {
  const asked = state.question;
  const names = asked ? asked.answerers.map((team) => state.teams[team].name) : [];
  return [
    state.ruling ? rulingLine(state, text) : state.answering !== null && state.answering !== undefined && element('p', { class: 'word' }, text('answers', state.teams[state.answering].name)),
    asked &&
      element(
        'p',
        { class: 'who' },
        text('question-number', asked.number) + (asked.points ? ' · ' + text('points', asked.points) : ''),
        state.window === 'open' ? element('strong', { class: 'who-now' }, text('buzz-now')) : names.length === 1 && state.window === 'none' && !state.ruling && element('strong', { class: 'who-now' }, text('answers', names[0]))
      ),
    asked && question(state),
    state.answer && answer(state, text),
    slates(state, text),
    state.buzz.length > 0 && order(state, text),
    !asked && element('p', { class: 'quiet' }, text('wait')),
  ];
}

function draw() {
  const seen = JSON.stringify(Object.assign({}, state, { v: 0, at: 0 }));
  if (seen === drawn) {
    return;
  }
  drawn = seen;
  const build = NOW[state.scene] || playing;
  const parts = [state.paused && element('p', { class: 'notice' }, text('paused')), ...build()].filter((node) => node instanceof Node);
  const isRanked = state.scene === 'reveal' || state.scene === 'final';
  setText(part('segment'), whereText(state, text) || text('opening'));
  part('frozen').hidden = !state.frozen || isRanked;
  part('scores').hidden = isRanked;
  part('now').hidden = parts.length === 0;
  if (state.scene !== 'reveal' || part('now').lastElementChild !== ladder.box) {
    replaceChildren(part('now'), ...parts);
    ladder.forget();
  }
  if (state.scene === 'reveal') {
    ladder.show(state.teams);
  }
  board.show(state.teams);
}

function tick() {
  if (state) {
    time.show(clock.remaining(state.clock), state.clock ? state.clock.total : 0, state.paused);
    pause(part('break'));
  }
  setTimeout(tick, 200);
}

function pause(box) {
  if (box && state.sceneEndsAt) {
    const left = Math.max(0, Math.ceil((state.sceneEndsAt - clock.now()) / 1000));
    setText(box, left > 0 ? Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0') + ' ' + text('break-left') : text('break-over'));
  }
}

part('clock').append(time.box);
connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    state = next;
    draw();
  },
  onStatus(link) {
    setText(part('status'), text(STATUS[link] || 'link-lost'));
    part('status').classList.toggle('status-lost', link === 'offline' || link === 'refused');
    part('status').classList.toggle('status-live', link === 'live' || link === 'polling');
  },
});
tick();
