// What the big screen, the seats, the phones and the host's console draw alike. Every figure comes from the server's state.

import { element } from '../lib/dom.js';

/**
 * The server's time: of all that says it, what came soonest tells the difference best. The first to say it is the page itself: the state
 * that it gets first may be as old as the last thing that happened.
 */
export class StageClock {
  constructor() {
    const page = document.querySelector('[data-now]');
    const arrived = arrival();
    this.behind = page && arrived ? arrived - Number(page.dataset.now) : null;
  }

  hear(at) {
    const behind = Date.now() - at;
    if (at > 0 && (this.behind === null || behind < this.behind)) {
      this.behind = behind;
    }
  }

  now() {
    return Date.now() - (this.behind || 0);
  }

  /** Milliseconds that a clock of the state still has; null without one. */
  remaining(clock) {
    if (!clock) {
      return null;
    }
    if (clock.endsAt === null || clock.endsAt === undefined) {
      return clock.remaining;
    }
    return Math.max(0, clock.endsAt - this.now());
  }
}

/** When the first byte of this page came, on this machine's clock; null where the browser does not tell. */
function arrival() {
  const loaded = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
  return loaded && loaded.responseStart > 0 && performance.timeOrigin ? Math.round(performance.timeOrigin + loaded.responseStart) : null;
}

const RING = 2 * Math.PI * 46;

/** Longer names get smaller letters on two lines. */
export const LONG_NAME = 9;

/** A ring that empties, with the seconds in it. */
export function ring() {
  const arc = svg('circle', { class: 'ring-arc', cx: 50, cy: 50, r: 46 });
  const number = element('output', { class: 'ring-number' });
  const box = element('div', { class: 'ring', hidden: true });
  const picture = svg('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' });
  picture.append(svg('circle', { class: 'ring-ground', cx: 50, cy: 50, r: 46 }), arc);
  box.append(picture, number);
  arc.style.strokeDasharray = RING;
  return {
    box,
    show(remaining, total, paused) {
      box.hidden = remaining === null;
      if (remaining === null) {
        return;
      }
      number.textContent = String(Math.ceil(remaining / 1000));
      box.classList.toggle('ring-long', number.textContent.length > 2);
      arc.style.strokeDashoffset = total > 0 ? RING * (1 - remaining / total) : 0;
      box.classList.toggle('ring-short', remaining <= 5000);
      box.classList.toggle('ring-paused', Boolean(paused));
    },
  };
}

function svg(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
  return made;
}

const LONG_OPTION = 24; // then one below the other

/** Stem and options; the right ones are marked once the answer is there. */
export function question(state) {
  const asked = state.question;
  const right = state.answer ? state.answer.key : null;
  const options = asked.options.map((option, i) => {
    const letter = String.fromCharCode(65 + i);
    const isRight = right !== null && (right === option || (/^[A-Z]+$/.test(right) && right.indexOf(letter) >= 0));
    return element('li', { class: isRight ? 'option option-right' : 'option' }, option, isRight && element('span', { class: 'option-sign' }, ' ✓'));
  });
  return element(
    'div',
    { class: 'question' },
    element('p', { class: asked.stem.length > 60 ? 'stem stem-long' : 'stem' }, asked.stem),
    options.length > 0 && element('ul', { class: asked.options.some((option) => option.length > LONG_OPTION) ? 'options options-long' : 'options' }, ...options)
  );
}

/** The answer with its reason and source. */
export function answer(state, text) {
  const known = state.answer;
  return element(
    'div',
    { class: 'answer' },
    element('p', { class: 'answer-key' }, element('span', {}, text('answer')), element('strong', {}, known.key)),
    known.explanation && element('p', { class: 'answer-why' }, known.explanation),
    known.source && element('p', { class: 'answer-source' }, text('source', known.source))
  );
}

/** The segment, and which of its questions is on. */
export function whereText(state, text) {
  if (!state.segment) {
    return '';
  }
  return state.question && state.segment.questions > 0
    ? text('where', state.segment.title, state.question.number, state.segment.questions)
    : state.segment.title;
}

/** "0.038 秒" behind the first. */
export function gapText(millis, text) {
  return text('gap', (millis / 1000).toFixed(3));
}

/** Who pressed, first to last. */
export function order(state, text) {
  return element(
    'ol',
    { class: state.buzz.length > 4 ? 'order order-many' : 'order' },
    ...state.buzz.map((press, i) =>
      element(
        'li',
        { class: i === 0 || press.deadHeat ? 'press press-first' : 'press' },
        element('span', { class: state.teams[press.team].name.length > LONG_NAME ? 'press-team name-long' : 'press-team' }, state.teams[press.team].name),
        element('span', { class: 'press-gap' }, placeText(press, i, state, text))
      )
    )
  );
}

/** A gap that cannot be measured is no gap: such teams pressed at the same time. */
function placeText(press, i, state, text) {
  const tied = press.deadHeat || (i === 0 && state.buzz.some((other) => other.deadHeat));
  return tied ? text('dead-heat') : i === 0 ? text('first') : gapText(press.gapMillis, text);
}

/** Who pressed first: more than one when it cannot be told apart. */
export function firsts(state) {
  return state.buzz.filter((press, i) => i === 0 || press.deadHeat).map((press) => state.teams[press.team].name);
}

export function rulingLine(state, text) {
  const ruled = state.ruling;
  const sign = { right: '✓', wrong: '✕', timeout: '◷', foul: '!' }[ruled.outcome] || '';
  return element(
    'div',
    { class: 'ruling ruling-' + ruled.outcome },
    element('p', { class: 'ruling-team' }, state.teams[ruled.team].name),
    element('p', { class: 'ruling-word' }, sign + ' ' + text('ruling-' + ruled.outcome)),
    ruled.points && element('p', { class: 'ruling-points' }, ruled.points)
  );
}

/**
 * The teams with bars; rows keep their element, so that they grow and change places instead of jumping. Bars start at zero, which
 * lies inside the track as soon as somebody is below it.
 */
export class Board {
  constructor(box) {
    this.box = box;
    this.rows = [];
  }

  show(teams) {
    while (this.rows.length < teams.length) {
      this.rows.push(this.row());
    }
    const scores = teams.map((team) => Number(team.score) || 0);
    const lowest = Math.min(0, ...scores);
    const span = Math.max(1, Math.max(0, ...scores) - lowest);
    const sorted = byPlace(teams);
    const isLevel = teams.every((team) => team.rank === 1); // before the first point nobody leads
    this.box.style.setProperty('--teams', teams.length);
    this.box.style.setProperty('--zero', (-100 * lowest) / span + '%');
    this.box.classList.toggle('board-below', lowest < 0);
    teams.forEach((team, i) => {
      const row = this.rows[i];
      const start = (Math.min(scores[i], 0) - lowest) / span;
      row.rank.textContent = team.rank === null || isLevel ? '' : String(team.rank);
      row.name.textContent = team.name;
      row.name.classList.toggle('name-long', team.name.length > LONG_NAME);
      row.score.textContent = team.score === null ? '？' : team.score;
      row.bar.style.transform = 'translateX(' + start * 100 + '%) scaleX(' + Math.abs(scores[i]) / span + ')';
      row.line.style.transform = 'translateY(' + sorted.indexOf(i) * 100 + '%)';
      row.line.classList.toggle('team-first', team.rank === 1 && !isLevel);
      row.line.classList.toggle('team-below', scores[i] < 0);
      row.line.classList.toggle('team-hidden', team.score === null);
      row.line.classList.toggle('team-out', Boolean(team.out));
    });
  }

  row() {
    const made = {
      rank: element('span', { class: 'team-rank' }),
      name: element('span', { class: 'team-name' }),
      bar: element('span', { class: 'team-bar' }),
      score: element('span', { class: 'team-score' }),
    };
    made.line = element('li', { class: 'team' }, made.rank, made.name, element('span', { class: 'team-track' }, made.bar), made.score);
    this.box.append(made.line);
    return made;
  }
}

/** Indexes of the teams, best first. */
export function byPlace(teams) {
  return teams.map((team, i) => i).sort((a, b) => teams[a].place - teams[b].place || a - b);
}
