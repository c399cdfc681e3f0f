// The big screen: draws the newest state, whatever it missed, and never shows the hall anything but a scene. Keys: F full screen,
// M sound off and on, up and down its volume, T the picture for the projector.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { LastSeconds, cues } from './cues.js';
import { fit } from './fit.js';
import { Look } from './look.js';
import { breakTick, scenes } from './scenes.js';
import { Sound } from './sound.js';
import { LONG_NAME, StageClock, ring, whereText } from './stage.js';
import { TestPicture } from './test-picture.js';

const BUZZ_MILLIS = 3000;
const VOLUME_MILLIS = 2000;
const MIDDLING_NAME = 6;
const CROWDED_PERCENT = 80;

const page = document.querySelector('[data-screen]');
const text = readTexts(page.querySelector('[data-texts]'));
const part = (name) => page.querySelector('[data-' + name + ']');
const stage = part('stage');
const clock = new StageClock();
const sound = new Sound();
const lastSeconds = new LastSeconds();
const time = ring();
const pictures = scenes(text, new Look(part('look')), sound);
const test = new TestPicture(page, text, sound);
let state = null;
let drawn = { scene: '', key: '', state: '' };
let buzzed = { key: '', at: 0 };
let volumeAt = 0;

/** The winner's name fills the wall for three seconds; then the question comes back with the one who answers it. */
function sceneNow() {
  if (state.scene !== 'buzz') {
    buzzed.key = ''; // the same team may win the same question again, after an undo
    return pictures[state.scene] ? state.scene : 'opening';
  }
  const key = state.segment.number + '/' + state.question.number + '/' + state.buzz[0].team;
  if (key !== buzzed.key) {
    buzzed = { key, at: buzzedAt() };
    setTimeout(draw, Math.max(0, BUZZ_MILLIS - (Date.now() - buzzed.at)) + 50);
  }
  return Date.now() - buzzed.at < BUZZ_MILLIS ? 'buzz' : 'question';
}

/** On this machine's clock. The answer's clock starts with the buzz, so a page loaded later knows it too. */
function buzzedAt() {
  const remaining = state.clock && !state.paused ? clock.remaining(state.clock) : null;
  return remaining === null ? Date.now() : Date.now() - (state.clock.total - remaining);
}

function draw() {
  const scene = sceneNow();
  const inScene = pictures[scene].update ? '' : (state.segment ? state.segment.number : 0) + '/' + (state.question ? state.question.number : 0);
  const key = scene + '/' + inScene;
  const seen = JSON.stringify(Object.assign({}, state, { v: 0, at: 0 }));
  if (key === drawn.key && seen === drawn.state) {
    return; // devices came or went: nothing that the hall can see
  }
  setText(part('title'), state.title);
  setText(part('segment'), whereText(state, text));
  page.dataset.scene = scene;
  page.classList.toggle('is-paused', Boolean(state.paused));
  page.classList.toggle('has-clock', Boolean(state.clock) && !isCountdown(state.clock));
  part('paused').hidden = !state.paused;
  strip();
  if (key !== drawn.key || !pictures[scene].update) {
    replaceChildren(stage, ...pictures[scene].build(state).filter((node) => node instanceof Node));
  }
  if (pictures[scene].update) {
    void stage.offsetWidth; // from where the bars stood last
    pictures[scene].update(state);
  }
  breakTick(stage, state.sceneEndsAt, clock.now(), text);
  fitScene(scene);
  if (key !== drawn.key) {
    stage.classList.remove('enter');
    void stage.offsetWidth; // starts the motion anew
    stage.classList.add('enter');
  }
  drawn = { scene, key, state: seen };
}

/** A question that would become small gets the room of the scores as well. */
function fitScene(scene) {
  page.classList.remove('is-crowded');
  if (fit(stage) < CROWDED_PERCENT && (scene === 'question' || scene === 'answer')) {
    page.classList.add('is-crowded');
    fit(stage);
  }
}

/** Eight names of up to twenty letters stand side by side; all but the very long ones in the same size. */
function nameClass(name, longest) {
  return name.length > LONG_NAME ? 'cell-name name-long' : longest > MIDDLING_NAME ? 'cell-name name-mid' : 'cell-name';
}

function strip() {
  const longest = Math.max(...state.teams.map((team) => team.name.length));
  replaceChildren(
    part('strip'),
    ...state.teams.map((team, i) =>
      element(
        'li',
        { class: state.answering === i ? 'cell cell-now' : 'cell' },
        element('span', { class: nameClass(team.name, longest) }, team.name),
        element('span', { class: 'cell-score' }, team.score === null ? '？' : team.score)
      )
    )
  );
}

function tick() {
  if (state) {
    const remaining = clock.remaining(state.clock);
    const counts = isCountdown(state.clock);
    time.show(counts ? null : remaining, state.clock ? state.clock.total : 0, state.paused);
    countdown(counts ? remaining : null);
    const runs = state.clock && state.clock.endsAt && !(counts && remaining === 0);
    play(lastSeconds.hear(runs ? remaining : null));
    breakTick(stage, state.sceneEndsAt, clock.now(), text);
  }
  marks();
  requestAnimationFrame(tick);
}

/** 3, 2, 1 over everything else, before the buzz opens. */
function countdown(remaining) {
  const box = part('countdown');
  if (remaining > 0) {
    setText(box, String(Math.ceil(remaining / 1000)));
  }
  box.hidden = !(remaining > 0) || state.paused;
}

function isCountdown(running) {
  return Boolean(running) && running.kind === 'countdown';
}

function play(name) {
  if (name) {
    sound.play(name);
  }
}

/** Small signs in a corner, for whoever looks after the machine. */
function marks() {
  const condition = sound.state();
  const isTurned = Date.now() - volumeAt < VOLUME_MILLIS;
  part('sound').hidden = condition === 'on' && !isTurned;
  part('sound').dataset.state = condition;
  setText(part('sound-text'), condition === 'on' ? text('volume', sound.volume) : text('sound-' + condition));
}

function turn(step) {
  sound.turn(step);
  volumeAt = Date.now();
}

const KEYS = {
  KeyM: () => sound.toggleMute(),
  ArrowUp: () => turn(1),
  ArrowDown: () => turn(-1),
  KeyT: () => test.show(!test.shown),
  KeyF: () => (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen()),
};

document.addEventListener('keydown', (event) => {
  sound.unlock();
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (KEYS[event.code]) {
    event.preventDefault();
    KEYS[event.code]();
  } else if (test.shown) {
    test.key(event.code);
  }
});
document.addEventListener('pointerdown', () => sound.unlock());
window.addEventListener('resize', () => {
  fitScene(drawn.scene);
  if (test.shown) {
    test.draw();
  }
});

part('clock').append(time.box);
test.show(new URLSearchParams(location.search).has('test'));
connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    const before = state;
    state = next;
    draw();
    cues(before, next).forEach(play);
  },
  onStatus(status) {
    part('link').hidden = status === 'live' || status === 'polling';
  },
});
tick();
