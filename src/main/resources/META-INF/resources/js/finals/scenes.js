// The pictures of the big screen, by the name of the scene. Each is { build(state) → nodes, update(state)? }: one with an update
// keeps its nodes while the scene lasts, so that bars grow and places open instead of being there at once.

import { element, replaceChildren, setText } from '../lib/dom.js';
import { confetti } from './confetti.js';
import { slates, termLines } from './pieces.js';
import { Ladder, podium } from './reveal.js';
import { Board, LONG_NAME, answer, firsts, order, question, rulingLine } from './stage.js';

export function scenes(text, look, sound) {
  const boardBox = element('ol', { class: 'board' });
  const board = new Board(boardBox);
  const spotlight = element('div', { class: 'spotlight' });
  const ladder = new Ladder(text, {
    onDue: () => sound.play('roll'),
    onOpen: (teams) => shine(spotlight, teams, text, sound),
  });
  const heading = (words) => element('h2', { class: 'heading' }, words);
  const scoreboard = (name, ...after) => ({
    build: () => [heading(text(name)), boardBox, ...after.map((words) => element('p', { class: 'note' }, text(words)))],
    update: (state) => board.show(state.teams),
  });
  return {
    opening: { build: (state) => opening(state, text, look) },
    parade: { build: (state) => [heading(text('parade')), parade(state, text, look)] },
    segment: { build: (state) => segment(state, text) },
    question: { build: (state) => [who(state, text), question(state), slates(state, text)] },
    buzz: { build: (state) => buzz(state, text) },
    ruling: { build: (state) => [rulingLine(state, text), slates(state, text)] },
    answer: { build: (state) => [question(state), answer(state, text), slates(state, text)] },
    board: scoreboard('board'),
    frozen: scoreboard('frozen', 'frozen-why'),
    reveal: {
      build: () => {
        ladder.forget();
        spotlight.dataset.due = 'false';
        spotlight.dataset.shown = 'none';
        return [heading(text('reveal')), element('div', { class: 'reveal' }, spotlight, ladder.box)];
      },
      update: (state) => ladder.show(state.teams),
    },
    final: { build: (state) => [heading(text('awards')), podium(state.teams, text), state.frozen || confetti()] },
    cheer: { build: (state) => cheer(state, text, look) },
    break: { build: (state) => pause(state, text, look) },
  };
}

function opening(state, text, look) {
  return [
    look.logo(),
    ...look.creditLines(0, 1),
    element('h1', { class: state.title.length > 14 ? 'huge huge-long' : 'huge' }, state.title),
    element('p', { class: 'rule', 'aria-hidden': 'true' }),
    ...look.creditLines(1),
    element('p', { class: 'note' }, text('opening')),
    look.invitation(text),
  ];
}

/** They come in one after the other: css/screen.css delays each by its place. */
function parade(state, text, look) {
  return element(
    'ol',
    { class: state.teams.length > 8 ? 'parade parade-many' : 'parade' },
    ...state.teams.map((team, i) =>
      element(
        'li',
        { class: 'guest' },
        element('span', { class: 'guest-seat' }, String(i + 1)),
        element('span', { class: team.name.length > LONG_NAME ? 'guest-name name-long' : 'guest-name' }, team.name),
        look.players(i) && element('span', { class: 'guest-players' }, look.players(i))
      )
    )
  );
}

function segment(state, text) {
  const part = state.segment;
  return [
    element('p', { class: 'number' }, text('segment-number', part.number)),
    element('h1', { class: part.title.length > 10 ? 'huge huge-long' : 'huge' }, part.title),
    element('p', { class: 'rule', 'aria-hidden': 'true' }),
    ...termLines(part, text).map((line) => element('p', { class: 'terms' }, line)),
  ];
}

function who(state, text) {
  const asked = state.question;
  const names = (asked.answerers || []).map((team) => state.teams[team].name);
  const call = state.window === 'open' ? text('buzz-now') : names.length === 1 ? text('answers', names[0]) : '';
  return element(
    'p',
    { class: state.window === 'open' ? 'who who-buzz' : 'who' },
    element('span', {}, text('question-number', asked.number)),
    asked.points && element('span', {}, text('points', asked.points)),
    call && element('strong', {}, call)
  );
}

function buzz(state, text) {
  const names = firsts(state);
  const longest = Math.max(...names.map((name) => name.length));
  return [
    names.length > 1 && element('p', { class: 'tied' }, text('dead-heat-call')),
    element('div', { class: names.length > 1 ? 'winners winners-tied' : 'winners' }, ...names.map((name) => element('h1', { class: longest > LONG_NAME ? 'winner winner-long' : 'winner' }, name))),
    state.buzz.length > 1 && order(state, text),
  ];
}

/** @param teams that share the place just opened */
function shine(box, teams, text, sound) {
  const key = teams.map((team) => team.name).join('|');
  if (box.dataset.shown === key && box.firstElementChild) {
    return;
  }
  if (box.dataset.due === 'true' && teams.length > 0) {
    sound.play(teams[0].rank === 1 ? 'fanfare' : 'crash');
  }
  box.dataset.due = 'true';
  box.dataset.shown = key;
  const longest = Math.max(0, ...teams.map((team) => team.name.length));
  replaceChildren(
    box,
    ...(teams.length === 0
      ? [element('img', { class: 'spotlight-drum', src: '/img/drum.svg', alt: '' }), element('p', { class: 'spotlight-wait' }, text('reveal-wait'))]
      : [
          element('p', { class: 'spotlight-rank' }, text('rank', teams[0].rank)),
          ...teams.map((team) => element('p', { class: longest > LONG_NAME ? 'spotlight-name name-long' : 'spotlight-name' }, team.name)),
          element('p', { class: 'spotlight-score' }, text('score', teams[0].score)),
        ])
  );
  box.classList.remove('spotlight-turn');
  void box.offsetWidth; // starts the motion anew
  box.classList.add('spotlight-turn');
}

function cheer(state, text, look) {
  const counts = state.cheers || [];
  return [
    element('h1', { class: 'huge huge-long' }, text('cheer')),
    element(
      'ol',
      { class: state.teams.length > 8 ? 'cheers cheers-many' : 'cheers' },
      ...state.teams.map((team, i) =>
        element(
          'li',
          { class: 'cheered' },
          element('span', { class: team.name.length > LONG_NAME ? 'cheered-name name-long' : 'cheered-name' }, team.name),
          counts[i] !== undefined && element('span', { class: 'cheered-count' }, String(counts[i]))
        )
      )
    ),
    look.invitation(text),
  ];
}

function pause(state, text, look) {
  return [
    element('h1', { class: 'huge' }, text('break')),
    element('p', { class: 'break-clock', 'data-break': '' }),
    element('p', { class: 'note', 'data-break-note': '' }),
    look.invitation(text),
  ];
}

/** Minutes and seconds until it goes on; without an end, the time of day. */
export function breakTick(box, endsAt, now, text) {
  const digits = box.querySelector('[data-break]');
  if (!digits) {
    return;
  }
  const note = box.querySelector('[data-break-note]');
  const two = (number) => String(number).padStart(2, '0');
  if (endsAt === null || endsAt === undefined) {
    const day = new Date(now);
    setText(digits, two(day.getHours()) + ':' + two(day.getMinutes()));
    setText(note, text('break-open'));
    return;
  }
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
  setText(digits, two(Math.floor(left / 60)) + ':' + two(left % 60));
  setText(note, text(left > 0 ? 'break-left' : 'break-over'));
}
