// The console of hosts and scorekeepers: the state comes by socket, every command names the version that was on the screen when the key was
// pressed. Everything has a key; the large button is Enter.

import { connect } from '../live.js';
import { element, readTexts, setText } from '../lib/dom.js';
import { StageClock, ring } from '../finals/stage.js';
import { OTHERS, RULINGS, TOOLS, scene } from './console/acts.js';
import { Alarm } from './console/alarm.js';
import { Ask } from './console/ask.js';
import { drawAlerts, drawButtons, drawCentre, drawHead, drawJudging, drawRundown, drawTeams } from './console/draw.js';
import { Commands, wantsReason } from './console/link.js';
import { Notes } from './console/notes.js';
import { HostDesk, atDesk } from './host-desk.js';

const page = document.querySelector('[data-host]');
const text = readTexts(document.querySelector('[data-texts]'));
const part = (name) => page.querySelector(`[data-${name}]`);
const clock = new StageClock();
const time = ring();
const primary = part('primary');
const commands = new Commands(page.dataset.code, text);
const alarm = new Alarm(part('sound'), text);
const notes = page.dataset.duty === 'host' ? new Notes(page.dataset.code, part('note'), part('note-state'), text) : null;
const judges = new Map(Array.from(part('judges').children, (judge) => [judge.dataset.username, judge.textContent]));
const SHOWN = { opening: 'opening', parade: 'parade', segment: 'segment', board: 'board', cheer: 'cheer', break: 'break', frozen: 'freeze', reveal: 'reveal', final: 'final' };
const WAITS = new Set(['rule', 'judge', 'counting', 'none']);
const ACTS = { ...RULINGS, ...TOOLS, ...OTHERS, help: { key: '?', label: 'act-help', can: () => true, run: showHelp, scores: true } };

const c = {
  text,
  ask: new Ask(text),
  me: page.dataset.me,
  duty: page.dataset.duty,
  state: null,
  desk: null,
  chosen: null, // a team that was picked, as an index
  overdue: false,
  over: () => c.state.host.next === 'none',
  current: () => c.state.host.rundown.findIndex((step) => step.state === 'current'),
  word: () => c.chosen ?? c.state.answering ?? c.desk.onTurn ?? null,
  /** Whether this console may do what only the leading host does. */
  mayLead: () => c.duty === 'host' && (!c.desk.lead || c.desk.lead === c.me),
  may: (act) => (act.scores || c.mayLead() || act === OTHERS['take-lead'] || act.key === '?') && act.can(c),
  choose,
  next,
  direct,
  send,
  async steps() {
    const reply = await fetch(`/staff/finals/${page.dataset.code}/steps`, { headers: { Accept: 'application/json' } }).catch(() => null);
    return reply && reply.ok ? reply.json() : [];
  },
  stepText(step) {
    const team = step.team === undefined ? '' : c.state.teams[step.team].name;
    return [text('step-' + step.code), team, what(step), step.points, step.reason].filter(Boolean).join(' · ');
  },
  stepWhen: (step) => new Date(step.at).toLocaleTimeString([], { hour12: false }) + ' ' + step.author,
};

const seats = new HostDesk(page, {
  rule: direct,
  desk: async (body) => setText(part('message'), (await atDesk(page.dataset.code, body)) ?? text('link-lost')),
});

/** What a step's detail is called: of verdicts and scenes the log has codes. */
function what(step) {
  const named = { ruled: 'verdict-', 'protest-settled': '', 'scene-changed': 'log-scene-' }[step.code];
  return named === undefined || !step.what ? step.what : text(named + step.what);
}

/** The first command of a host takes the lead, so that nobody leads without having been asked. */
async function send(command) {
  const leads = c.duty === 'host' && !c.desk.lead && command.act !== 'take-lead';
  if (leads) {
    const taken = await commands.send({ act: 'take-lead' });
    if (!taken.ok) {
      return taken;
    }
  }
  const outcome = await commands.send(command);
  if (outcome.ok) {
    c.chosen = null;
    setText(part('message'), '');
  }
  return outcome;
}

/** A command without a dialog; a refusal that wants a reason asks for it. */
async function direct(command) {
  const outcome = await send(command);
  if (outcome.ok || outcome.code === 'busy') {
    return;
  }
  if (wantsReason(outcome)) {
    c.ask.show({
      title: outcome.text,
      fields: [{ name: 'reason', label: text('reason') }],
      submit: text('go-on'),
      send: (values) => send({ ...command, reason: values.reason }),
    });
    return;
  }
  setText(part('message'), outcome.text);
}

/** What Enter does. A clock that is over proposes the time-out, judges' scores that are complete propose their mean. */
function proposal() {
  const step = c.state.host.next;
  if (step === 'rule' && c.desk.judging?.complete) {
    return { label: text('take-mean', c.desk.judging.result), run: () => RULINGS.right.run(c) };
  }
  if (step === 'rule' && c.overdue && c.word() !== null) {
    return { label: text('rule-timeout'), run: () => RULINGS.timeout.run(c), late: true };
  }
  if (step === 'judge' && c.desk.judging) {
    return { label: text('next-judge') + ' ' + c.desk.judging.given.length + ' / ' + (c.desk.judging.places || judges.size) };
  }
  const waits = WAITS.has(step) || (step === 'show-question' && ((c.state.host.values.length > 0 && !c.state.host.seats.chosen) || (c.state.host.chooses && c.chosen === null)));
  return { label: text('next-' + step), run: waits ? null : () => next() };
}

function next(value) {
  if (c.state.host.next === 'finish') {
    c.ask.show({ title: text('next-finish'), hint: text('finish-hint'), submit: text('next-finish'), danger: true, send: () => send({ act: 'next' }) });
    return;
  }
  direct({ act: 'next', team: c.chosen === null ? null : c.chosen + 1, value: value ?? null });
}

function choose(team) {
  c.chosen = c.chosen === team || team >= c.state.teams.length ? null : team;
  draw();
}

function draw() {
  drawHead(c, part);
  drawRundown(c, part('rundown'));
  drawCentre(c, part('body'));
  drawAlerts(c, part('alerts'), c.overdue);
  drawTeams(c, part('teams'));
  seats.show(c.state, c.duty === 'host');
  drawJudging(c, part('judging'), judges);
  drawButtons(c, part('rulings'), RULINGS);
  drawButtons(c, part('acts'), TOOLS);
  page.querySelectorAll('.console-head [data-act]').forEach((button) => {
    const act = ACTS[button.dataset.act];
    button.replaceChildren(text(act.label), element('kbd', {}, act.key));
    button.hidden = !c.may(act);
  });
  const proposed = proposal();
  setText(primary, proposed.label);
  primary.disabled = !proposed.run || !c.mayLead();
  primary.classList.toggle('primary-late', Boolean(proposed.late));
  part('scene').disabled = !c.mayLead();
  setText(part('scene').options[0], text('scene-' + (SHOWN[c.state.scene] || 'auto')));
  notes?.show(c.desk.place);
}

function showHelp() {
  const row = (key, label) => element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, label));
  const mine = Object.values(ACTS).filter((act) => c.duty === 'host' || act.scores);
  c.ask.show({
    title: text('act-help'),
    extra: element(
      'dl',
      { class: 'ask-keys' },
      row('Enter', text('key-enter')),
      row('1–9 0', text('key-digits')),
      ...mine.map((act) => row(act.key, text(act.label))),
      row('↑ ↓', text('key-arrows')),
      row('I', text('key-note')),
      row('Esc', text('key-escape'))
    ),
  });
}

page.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act]');
  if (button && c.state && c.may(ACTS[button.dataset.act])) {
    ACTS[button.dataset.act].run(c);
  }
});
primary.addEventListener('click', () => proposal().run?.());
part('scene').addEventListener('change', (event) => {
  scene(c, event.target.value);
  event.target.value = '';
  event.target.blur();
});

function moveInRundown(step) {
  const buttons = Array.from(part('rundown').querySelectorAll('button:not([disabled])'));
  const at = buttons.indexOf(document.activeElement);
  buttons[at < 0 ? Math.max(0, c.current()) : Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, select, textarea') && !event.target.closest('dialog:not([open])');
  if (typing && event.key === 'Escape' && !c.ask.open) {
    event.target.blur();
    return;
  }
  if (typing || c.ask.open || !c.state || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const digit = /^Digit([0-9])$|^Numpad([0-9])$/.exec(event.code);
  const act = Object.values(ACTS).find((one) => one.key === event.key || (event.code === 'Key' + one.key && event.key !== '?'));
  if (event.key === 'Enter') {
    if (!event.target.closest('button, a')) {
      event.preventDefault();
      primary.click();
    }
  } else if (digit) {
    choose((Number(digit[1] ?? digit[2]) + 9) % 10);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    moveInRundown(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape') {
    c.chosen = null;
    document.activeElement.blur();
    draw();
  } else if (event.code === 'KeyI' && notes) {
    event.preventDefault();
    part('note').focus();
  } else if (act && c.may(act)) {
    event.preventDefault();
    act.run(c);
  }
});

function tick() {
  const remaining = c.state ? clock.remaining(c.state.clock) : null;
  time.show(remaining, c.state?.clock?.total ?? 0, c.state?.paused);
  const overdue = alarm.watch(c.state, remaining);
  if (overdue !== c.overdue) {
    c.overdue = overdue;
    page.classList.toggle('is-overdue', overdue);
    draw();
  }
  setTimeout(tick, 100);
}

part('clock').append(time.box);
notes?.load();
connect(page.dataset.topic, {
  onState(newest) {
    clock.hear(newest.at);
    commands.see(newest.v);
    c.state = newest;
    c.desk = newest.host.controls;
    draw();
  },
  onStatus(status) {
    const key = { live: 'link-live', connecting: 'link-connecting', refused: 'signed-out' }[status] || 'link-lost';
    setText(part('status'), text(key));
    part('status').classList.toggle('is-lost', status !== 'live');
  },
});
tick();
