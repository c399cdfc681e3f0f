// A team's seat: one state fills the screen. While a buzz is on the whole screen is the button, and Space, Enter or a key of one's own
// press as well, so that a USB buzzer that plays a keyboard works without a driver.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { AnswerSheet, handedIn } from './seat-answer.js';
import { Device } from './seat-device.js';
import { SeatLine } from './seat-line.js';
import { drawSettings } from './seat-settings.js';
import { StageClock, answer, gapText, question, ring } from './stage.js';

const REPORT_MILLIS = 4000;
const NOTE_MILLIS = 5000;
const TASKS = new Set(['answering', 'submitted', 'choose', 'ruled']);

const page = document.querySelector('[data-seat]');
const stageText = readTexts(document.querySelector('[data-texts]'));
const text = readTexts(document.querySelector('[data-seat-texts]'));
const refusal = readTexts(document.querySelector('[data-refusals]'));
const part = (name) => page.querySelector('[data-' + name + ']');
const clock = new StageClock();
const times = [ring(), ring()];
const device = new Device();
const body = part('body');
const foot = part('foot');

let state = null;
let link = 'connecting';
let pressedFor = null;
let heard = 0;
let editing = false;
let look = 'lost';
let drawn = '';
let noteTimer = 0;

const line = new SeatLine(
  (message) => socket.send(message),
  (code) => note(refusal(code) || text('lost-why')),
  (millis) => setText(part('ping'), text('ping', millis)),
  () => pressAgain(refusal('press-lost'))
);
const sheet = new AnswerSheet(body, foot, text, (given) => hand(given));

function note(words) {
  const box = part('note');
  setText(box, words);
  box.hidden = !words;
  clearTimeout(noteTimer);
  noteTimer = setTimeout(() => (box.hidden = true), NOTE_MILLIS);
}

function lookOf() {
  const seat = state.seat;
  if (link !== 'live') {
    return link === 'refused' ? 'refused' : 'lost';
  }
  if (pressedFor !== null && pressedFor === seat.nonce) {
    return seat.state === 'armed' ? 'pressed' : seat.state === 'test' ? 'test-done' : seat.state;
  }
  return seat.state === 'submitted' && editing && open() ? 'answering' : seat.state;
}

function open() {
  return Boolean(state.seat.task.open) && clock.remaining(state.clock) !== 0;
}

function won() {
  return state.seat.place === 1;
}

function draw() {
  const before = look;
  look = lookOf();
  page.dataset.state = look;
  page.dataset.outcome = state.seat.task.outcome || '';
  page.dataset.won = String(won() && (look === 'answering' || look === 'submitted'));
  if (before !== look) {
    signal(before);
  }
  const score = state.teams[state.seat.team].score;
  setText(part('score'), score === null || score === undefined ? '' : stageText('score', score));
  const isTask = TASKS.has(look) && (look !== 'answering' || Boolean(state.seat.task.form) || !won());
  part('task').hidden = !isTask;
  part('press').hidden = isTask;
  const stem = !isTask && state.question && (look === 'ready' || look === 'watching' || look === 'false-start' || look === 'behind');
  part('stem').hidden = !stem;
  if (isTask) {
    drawTask();
  } else {
    sheet.leave();
    drawPress();
    replaceChildren(part('stem'), stem && question(state), stem && state.answer && answer(state, stageText));
  }
  drawFoot(isTask);
}

function drawPress() {
  const words = { behind: () => stageText('behind', state.seat.place), answering: () => text('won'), armed: () => text('press'), pressed: () => stageText('pressed'), watching: () => text(state.answer ? 'revealed' : 'watching') };
  setText(part('word'), words[look] ? words[look]() : text(look));
  setText(part('detail'), detail());
  part('press').disabled = link !== 'live' || !state.seat.nonce;
}

function detail() {
  const task = state.seat.task;
  switch (look) {
    case 'behind':
      return gapText(state.seat.gapMillis, stageText);
    case 'watching':
      return state.answering === null || state.answering === undefined ? title() : stageText('answers', state.teams[state.answering].name);
    case 'false-start':
      return text(task.canBuzzAgain ? 'false-start-lock' : 'false-start-out');
    case 'answering':
      return text('spoken');
    case 'ready':
      return text(state.window === 'closed' ? 'ready-buzz' : 'ready-answer');
    case 'closed':
      return title() + ' · ' + text('closed-why');
    case 'paused':
    case 'lost':
    case 'refused':
    case 'over':
      return text(look + '-why');
    case 'countdown':
      return text('countdown-why');
    case 'test':
      return text('test-why');
    default:
      return title();
  }
}

function title() {
  return state.segment ? state.segment.title : state.title;
}

function drawTask() {
  const task = state.seat.task;
  const words = { answering: won() ? 'won' : 'answer', submitted: 'submitted', choose: task.chosen ? 'chosen' : 'choose' };
  setText(part('task-word'), look === 'ruled' ? ruledWord(task) : text(words[look], task.chosen));
  setText(part('task-detail'), look === 'choose' && task.chosen ? text('chosen-why') : look === 'submitted' ? '' : whereLine());
  if (look === 'answering') {
    if (task.form) {
      sheet.show(state, task.answer || [], line.isWaiting('answer'), open());
    } else {
      still('spoken/' + state.v, state.question && question(state), element('p', { class: 'seat-hint' }, text('spoken')));
    }
    return;
  }
  if (look === 'choose') {
    still('choose/' + JSON.stringify([task.values, task.chosen]), values(task));
  } else if (look === 'submitted') {
    const mayChange = open();
    still('submitted/' + JSON.stringify([task, mayChange]), state.question && element('p', { class: 'stem' }, state.question.stem), handedIn(state, text),
      element('p', { class: 'seat-hint' }, [state.clock && task.answerMillis ? text('used', (task.answerMillis / 1000).toFixed(1)) : '', text(mayChange ? 'until' : 'final')].filter(Boolean).join(' · ')));
  } else {
    still('ruled/' + state.v, task.points && element('p', { class: 'ruled-points' }, task.points.replace('-', '−')), task.answer && handedIn(state, text));
  }
}

function ruledWord(task) {
  const sign = { right: '✓', partial: '✓', wrong: '✕', timeout: '◷', foul: '!' }[task.outcome] || '';
  return sign + ' ' + stageText('ruling-' + task.outcome);
}

function whereLine() {
  return state.question && state.question.points ? title() + ' · ' + stageText('points', state.question.points) : title();
}

/** Draws what does not hold what somebody is typing, when it has changed. */
function still(key, ...children) {
  sheet.forget();
  if (drawn !== key) {
    replaceChildren(body, ...children);
  }
  drawn = key;
}

function values(task) {
  return element(
    'div',
    { class: 'values' },
    ...task.values.map((value) => {
      const left = value.left === 0 ? text('left-none') : value.left >= 99 ? text('left-any') : text('left', value.left);
      return element(
        'button',
        { type: 'button', class: 'value', disabled: value.left === 0, 'aria-pressed': String(task.chosen === value.value), onclick: () => line.say('choose', { choose: value.value }, taken) },
        element('strong', {}, value.value),
        element('span', {}, left)
      );
    })
  );
}

function drawFoot(isTask) {
  const task = state.seat.task;
  if (look === 'answering' && isTask && task.form) {
    drawn = '';
    foot.hidden = false;
    drawHelps();
    return;
  }
  const parts = [];
  if (look === 'submitted' && open()) {
    parts.push(element('button', { type: 'button', class: 'seat-second', onclick: change }, text('change')));
  }
  if (task.sound && task.sound !== heard && link === 'live') {
    parts.push(element('span', { class: 'seat-ask' }, text('sound-asked')),
      element('button', { type: 'button', class: 'seat-second', onclick: hear }, text('sound-heard')),
      element('button', { type: 'button', class: 'seat-second', onclick: () => device.play('test') }, text('sound-again')));
  }
  parts.push(...(state.question && (look === 'answering' || look === 'ready') ? helps(task) : []));
  replaceChildren(foot, ...parts);
  foot.hidden = parts.length === 0;
}

/** Beside the button that hands in. */
function drawHelps() {
  foot.querySelectorAll('.seat-help').forEach((old) => old.remove());
  helps(state.seat.task).forEach((help) => foot.prepend(help));
}

function helps(task) {
  if (!task.helps) {
    return [];
  }
  const asked = task.helps.filter((help) => help.code === task.asked)[0];
  if (asked) {
    return [element('span', { class: 'seat-help seat-ask' }, text('asked', asked.title)),
      element('button', { type: 'button', class: 'seat-help seat-second', onclick: () => line.say('ask', { ask: null }, taken) }, text('take-back'))];
  }
  return task.helps.map((help) =>
    element('button', { type: 'button', class: 'seat-help seat-second', disabled: help.left === 0, onclick: () => line.say('ask', { ask: help.code }, taken) }, text('help', help.title, help.left))
  );
}

function taken(code) {
  if (!code) {
    device.play('taken');
  }
}

function hand(given) {
  line.say('answer', { answer: given, q: state.seat.task.question }, (code) => {
    if (code === 'too-long') {
      note(refusal(code));
    } else if (!code) {
      editing = false;
      device.play('taken');
    }
    draw();
  });
  draw();
}

function change() {
  editing = true;
  sheet.forget();
  draw();
}

function hear() {
  heard = state.seat.task.sound;
  report();
  draw();
}

/** A sound and a shake for what has just happened to the team. */
function signal(before) {
  if (look === 'answering' && won() && before !== 'submitted') {
    device.play('won');
  } else if (look === 'false-start') {
    device.play('foul');
  }
}

function press() {
  if (!state || link !== 'live' || !state.seat.nonce || pressedFor === state.seat.nonce) {
    return;
  }
  if (!line.press(state.seat.nonce)) {
    return;
  }
  if (state.seat.state === 'armed' || state.seat.state === 'test') {
    pressedFor = state.seat.nonce;
    device.play('press');
  }
  draw();
}

/** The press may not have counted; if it did, another one changes nothing. */
function pressAgain(words) {
  pressedFor = null;
  note(words);
  if (state) {
    draw();
  }
}

function report() {
  line.say('check', { check: device.report(Math.round(clock.behind || 0), heard) }, null);
}

document.addEventListener('keydown', (event) => {
  const busy = event.target.closest && event.target.closest('input, textarea, .seat-settings, .seat-task, .seat-foot, .seat-gear');
  if (device.isBuzzer(event) && !event.repeat && !busy && !part('press').hidden) {
    event.preventDefault();
    press();
  }
});
// The moment of touching, not of letting go.
part('press').addEventListener('pointerdown', (event) => {
  event.preventDefault();
  press();
});
part('open-settings').addEventListener('click', () => drawSettings(part('settings'), device, text));
device.onChange = () => link === 'live' && state && report();

function tick() {
  const left = state ? clock.remaining(state.clock) : null;
  times.forEach((time) => time.show(left, state && state.clock ? state.clock.total : 0, state && state.paused));
  if (left === 0 && state && (look === 'answering' || look === 'submitted') && !page.dataset.over) {
    page.dataset.over = 'true';
    draw();
  } else if (left !== 0) {
    delete page.dataset.over;
  }
  setTimeout(tick, 100);
}

part('clock').append(times[0].box);
part('task-clock').append(times[1].box);
let sounded = 0;
const socket = connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    const other = !state || !state.seat.task || state.seat.task.question !== next.seat.task.question;
    state = next;
    if (other) {
      editing = false;
      line.drop('answer');
    }
    if (state.seat.state !== 'armed' && state.seat.state !== 'test') {
      pressedFor = null;
    }
    if (state.seat.task.sound && state.seat.task.sound !== sounded) {
      sounded = state.seat.task.sound;
      device.play('test');
    }
    draw();
  },
  onStatus(status) {
    const back = status === 'live' && link !== 'live';
    link = status;
    part('dot').dataset.link = status;
    if (status !== 'live') {
      setText(part('ping'), '');
    }
    if (back) {
      pressedFor = null;
      report();
    }
    if (state) {
      draw();
    }
  },
  onMessage: (message) => line.hear(message),
});
setInterval(() => link === 'live' && report(), REPORT_MILLIS);
tick();
