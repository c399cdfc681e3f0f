// The host's console: the state comes by socket, every command names the version that was on the screen when the key was pressed.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { HostDesk, atDesk } from './host-desk.js';
import { StageClock, answer, gapText, question, ring, whereText } from '../finals/stage.js';

const page = document.querySelector('[data-host]');
const text = readTexts(page.querySelector('[data-texts]'));
const part = (name) => page.querySelector(`[data-${name}]`);
const clock = new StageClock();
const time = ring();
const primary = part('primary');
const message = part('message');
const dialog = part('dialog');
const desk = new HostDesk(page, {
  rule: send,
  desk: async (body) => setText(message, (await atDesk(page.dataset.code, body)) ?? text('link-lost')),
});
const WAITS = new Set(['rule', 'judge', 'none']);

let state = null;
let chosen = null; // a team that the host picked, as an index
let busy = false;

async function send(command) {
  if (!state || busy) {
    return;
  }
  busy = true;
  try {
    const reply = await fetch(`/staff/finals/${page.dataset.code}/commands`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${state.v}"` },
      body: JSON.stringify(command),
    });
    const refused = reply.ok ? {} : await reply.json();
    setText(message, reply.ok ? '' : refused.title ?? text('refused'));
    if (refused.code === 'finals.links-bad') {
      desk.askWhy(state);
    }
    if (reply.ok) {
      chosen = null;
    }
  } catch {
    setText(message, text('link-lost'));
  } finally {
    busy = false;
  }
}

function next(value) {
  if (state && !WAITS.has(state.host.next)) {
    send({ act: 'next', team: chosen === null ? null : chosen + 1, value: value ?? null });
  }
}

function rule(outcome) {
  send({ act: 'rule', verdict: outcome, team: chosen === null ? null : chosen + 1 });
}

function draw() {
  setText(part('what'), state.segment ? state.segment.title : text('opening'));
  setText(
    part('where'),
    whereText(state, text)
  );
  drawRundown();
  drawCentre();
  drawTeams();
  desk.show(state);
  const step = state.host.next;
  const values = state.host.values;
  setText(primary, text('next-' + step));
  primary.disabled = WAITS.has(step) || (step === 'show-question' && ((values.length > 0 && !state.host.desk.chosen) || (state.host.chooses && chosen === null)));
  part('rulings').querySelectorAll('button').forEach((button) => {
    button.disabled = !(state.host.mayRule || (state.question && chosen !== null));
  });
  setText(part('pause'), text(state.paused ? 'resume' : 'pause'));
}

function drawRundown() {
  replaceChildren(
    part('rundown'),
    ...state.host.rundown.map((step) => element('li', { class: 'is-' + step.state, 'aria-current': step.state === 'current' && 'step' }, step.title))
  );
}

function drawCentre() {
  const parts = [];
  if (state.question) {
    parts.push(question(state), answer(state, text));
  } else if (state.host.next === 'show-question' && state.host.values.length > 0) {
    parts.push(
      element(
        'div',
        { class: 'tools' },
        ...state.host.values.map((value) =>
          element('button', { type: 'button', class: 'button', disabled: value.left === 0, onclick: () => next(value.value) }, text('points', value.value))
        )
      )
    );
  } else {
    parts.push(element('p', { class: 'field-hint' }, text('not-asked')));
  }
  replaceChildren(part('body'), ...parts);
}

function drawTeams() {
  const presses = new Map(state.buzz.map((press, i) => [press.team, { ...press, place: i }]));
  replaceChildren(
    part('teams'),
    ...state.teams.map((team, i) => {
      const press = presses.get(i);
      const classes = [state.answering === i && 'is-answering', chosen === i && 'is-chosen'].filter(Boolean).join(' ');
      return element(
        'li',
        { class: classes },
        element('span', { class: team.online ? 'mark mark-on' : 'mark', role: 'img', 'aria-label': text(team.online ? 'link-live' : 'link-lost') }),
        element('button', { type: 'button', class: 'team-pick', 'aria-pressed': String(chosen === i), onclick: () => choose(i) }, team.name),
        element('span', { class: 'score' }, team.score),
        press && element('span', { class: 'gap' }, press.place === 0 ? text('first') : gapText(press.gapMillis, text))
      );
    })
  );
  const select = part('adjust-team');
  if (select.options.length !== state.teams.length) {
    replaceChildren(select, ...state.teams.map((team, i) => element('option', { value: i + 1 }, team.name)));
  }
}

function choose(team) {
  chosen = chosen === team ? null : team;
  draw();
}

function scene(name) {
  const commands = {
    auto: { act: 'scene', scene: 'play' },
    opening: { act: 'scene', scene: 'opening' },
    segment: { act: 'scene', scene: 'segment' },
    board: { act: 'scene', scene: 'scoreboard' },
    break: { act: 'scene', scene: 'break' },
    freeze: { act: 'freeze' },
    thaw: { act: 'thaw' },
    reveal: state && state.scene === 'reveal' ? { act: 'reveal-step' } : { act: 'scene', scene: 'reveal' },
    final: { act: 'scene', scene: 'awards' },
  };
  send(commands[name]);
}

primary.addEventListener('click', () => next());
part('rulings').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button) {
    rule(button.dataset.outcome);
  }
});
part('pause').addEventListener('click', () => send({ act: state.paused ? 'resume' : 'pause' }));
part('undo').addEventListener('click', () => dialog.showModal());
dialog.addEventListener('close', () => {
  const reason = dialog.querySelector('[name=reason]');
  if (dialog.returnValue === 'yes') {
    send({ act: 'undo', reason: reason.value });
  }
  dialog.returnValue = '';
  reason.value = '';
});
part('scene').addEventListener('change', (event) => {
  scene(event.target.value);
  event.target.value = 'auto';
});
part('adjust').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  send({ act: 'adjust', team: Number(form.elements.team.value), points: form.elements.points.value, reason: form.elements.reason.value });
  form.elements.points.value = '';
  form.elements.reason.value = '';
});

const KEYS = { KeyR: 'right', KeyW: 'wrong', KeyT: 'timeout', KeyF: 'foul' };
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea, dialog');
  if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.code === 'Enter' && !event.target.closest('button, a')) {
    event.preventDefault();
    next();
  } else if (KEYS[event.code]) {
    rule(KEYS[event.code]);
  } else if (event.code === 'KeyP') {
    part('pause').click();
  } else if (event.code === 'KeyU') {
    part('undo').click();
  }
});

function tick() {
  time.show(state ? clock.remaining(state.clock) : null, state?.clock?.total ?? 0, state?.paused);
  setTimeout(tick, 100);
}

part('clock').append(time.box);
connect(page.dataset.topic, {
  onState(newest) {
    clock.hear(newest.at);
    state = newest;
    draw();
  },
  onStatus(status) {
    setText(part('status'), text(status === 'live' ? 'link-live' : status === 'connecting' ? 'link-connecting' : 'link-lost'));
  },
});
tick();
