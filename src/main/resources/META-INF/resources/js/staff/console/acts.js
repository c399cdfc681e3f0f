// Everything that a console can be asked for: its key, when it is possible, and what it wants to know first.
//
// An act: {key, label, can(c), run(c), scores}; `scores` marks what a scorekeeper may do. `c` is the console: {state, desk, chosen, text, ask,
// direct(command), send(command), word()}; word() is the team that was picked, or the one that has the word, as an index.

import { element } from '../../lib/dom.js';
import { canRuleByKey } from '../host-desk.js';

const has = (act) => (c) => c.desk.can.includes(act);
const number = (index) => (index === null || index === undefined ? null : index + 1);

function teams(c, only) {
  return c.state.teams
    .map((team, i) => ({ value: i + 1, label: i + 1 + ' ' + team.name }))
    .filter((option) => !only || only.includes(option.value - 1));
}

function reason(c, ...quick) {
  return { name: 'reason', label: c.text('reason'), quick: quick.map((key) => c.text(key)) };
}

const point = (c) => ({ name: 'points', kind: 'points', label: c.text('points-label') });
const team = (c, only) => ({ name: 'team', kind: 'select', label: c.text('team'), options: teams(c, only), value: number(c.word()) });

function verdict(outcome) {
  return (c) => c.direct({ act: 'rule', verdict: outcome, team: number(c.chosen) });
}

function override(c, outcome) {
  const verdicts = ['right', 'partial', 'wrong', 'timeout', 'foul'];
  c.ask.show({
    title: c.text('act-override'),
    hint: c.text('override-hint'),
    fields: [
      team(c),
      { name: 'verdict', kind: 'select', label: c.text('verdict'), value: outcome, options: verdicts.map((v) => ({ value: v, label: c.text('verdict-' + v) })) },
      point(c),
      { ...reason(c, 'quick-partly', 'quick-jury'), optional: true },
    ],
    submit: c.text('act-override'),
    send: (values) => c.send({ act: 'rule', ...values, team: Number(values.team) }),
  });
}

function withReason(act, label, quick, more = {}) {
  return (c) =>
    c.ask.show({
      title: c.text(label),
      hint: more.hint && c.text(more.hint),
      fields: [reason(c, ...quick)],
      submit: c.text(label),
      danger: more.danger,
      send: (values) => c.send({ act, reason: values.reason }),
    });
}

function award(c) {
  if (c.chosen !== null) {
    c.direct({ act: 'award', team: c.chosen + 1 });
    return;
  }
  c.ask.show({
    title: c.text('act-award'),
    fields: [{ ...team(c, c.desk.candidates), value: number(c.desk.candidates[0]) }],
    submit: c.text('act-award'),
    send: (values) => c.send({ act: 'award', team: Number(values.team) }),
  });
}

function help(c) {
  const at = c.word() === null ? 0 : c.word();
  c.ask.show({
    title: c.text('act-lifeline'),
    fields: [
      team(c, c.desk.onTurn === undefined || c.desk.onTurn === null ? c.desk.candidates : [c.desk.onTurn]),
      {
        name: 'lifeline',
        kind: 'radio',
        label: c.text('lifeline'),
        value: c.desk.helps[0].code,
        options: c.desk.helps.map((one) => ({ value: one.code, label: one.title, detail: c.text('left', one.left[at]), disabled: one.left[at] <= 0 })),
      },
    ],
    submit: c.text('act-lifeline'),
    send: (values) => c.send({ act: 'use-lifeline', team: Number(values.team), lifeline: values.lifeline }),
  });
}

function replaceQuestion(c) {
  c.ask.show({
    title: c.text('act-void'),
    hint: c.text('void-hint'),
    fields: [
      {
        name: 'replaced',
        kind: 'radio',
        label: c.text('void-then'),
        value: 'true',
        options: [
          { value: 'true', label: c.text('void-replace') },
          { value: 'false', label: c.text('void-only') },
        ],
      },
      reason(c, 'quick-key', 'quick-leak', 'quick-device'),
    ],
    submit: c.text('act-void'),
    danger: true,
    send: (values) => c.send({ act: 'void-question', reason: values.reason, replaced: values.replaced === 'true' }),
  });
}

function adjust(c) {
  c.ask.show({
    title: c.text('act-adjust'),
    fields: [team(c), point(c), reason(c, 'quick-sum', 'quick-jury', 'quick-discipline')],
    submit: c.text('act-adjust'),
    send: (values) => c.send({ act: 'adjust', ...values, team: Number(values.team) }),
  });
}

function protest(c) {
  c.ask.show({
    title: c.text('act-protest'),
    hint: c.text('protest-hint'),
    fields: [team(c), reason(c, 'quick-key-wrong', 'quick-misheard', 'quick-slow')],
    submit: c.text('act-protest'),
    send: (values) => c.send({ act: 'raise-protest', team: Number(values.team), reason: values.reason }),
  });
}

/** The first that is open, or the one that was clicked. */
export function settle(c, chosen) {
  const open = chosen || c.desk.protests[0];
  const changes = c.state.teams.map((one, i) => ({ name: 'team-' + (i + 1), kind: 'points', label: one.name, optional: true, small: true }));
  c.ask.show({
    title: c.text('act-settle'),
    hint: c.text('protest-line', c.state.teams[open.team].name, open.segment, open.number, open.reason),
    fields: [
      {
        name: 'outcome',
        kind: 'radio',
        label: c.text('outcome'),
        value: 'upheld',
        options: [
          { value: 'upheld', label: c.text('upheld'), detail: c.text('upheld-hint') },
          { value: 'rejected', label: c.text('rejected'), detail: c.text('rejected-hint') },
        ],
      },
      ...changes,
      reason(c, 'quick-jury', 'quick-source'),
    ],
    submit: c.text('act-settle'),
    send: (values) => {
      const points = {};
      changes.forEach((field, i) => {
        if (values[field.name].trim()) {
          points[i + 1] = values[field.name];
        }
      });
      return c.send({ act: 'settle-protest', protest: open.id, outcome: values.outcome, points, reason: values.reason });
    },
  });
}

function substitute(c) {
  const players = Array.from({ length: c.desk.members }, (unused, i) => ({ value: i + 1, label: c.text('player', i + 1) }));
  const before = c.state.teams.flatMap((one, i) => c.desk.substitutes[i].map((who) => one.name + ' ' + who));
  c.ask.show({
    title: c.text('act-substitute'),
    hint: before.length ? c.text('substituted', before.join('、')) : '',
    fields: [
      team(c),
      { name: 'player', kind: 'select', label: c.text('player-label'), options: players, value: c.desk.player || 1 },
      { name: 'name', label: c.text('substitute-name') },
      reason(c, 'quick-ill', 'quick-plan'),
    ],
    submit: c.text('act-substitute'),
    send: (values) => c.send({ act: 'substitute', ...values, team: Number(values.team), player: Number(values.player) }),
  });
}

async function undo(c) {
  const steps = await c.steps();
  const options = steps.slice(0, 20).map((step) => ({ value: step.version - 1, label: c.stepText(step), detail: c.stepWhen(step) }));
  c.ask.show({
    title: c.text('act-undo'),
    hint: c.text('undo-hint'),
    fields: [
      reason(c, 'quick-slip', 'quick-misjudged'),
      { name: 'to', kind: 'radio', label: c.text('undo-to'), value: '', options: [{ value: '', label: c.text('undo-last') }, ...options] },
    ].map((field) => ({ ...field, optional: field.name === 'to' })),
    submit: c.text('act-undo'),
    send: (values) => c.send({ act: 'undo', reason: values.reason, to: values.to === '' ? null : Number(values.to) }),
  });
}

/** Asks before it jumps; who takes part can be changed where the rules choose by rank. */
export function openSegment(c, index) {
  const entrants = c.desk.parts[index].entrants;
  const fields =
    entrants.length === 0
      ? []
      : [{ name: 'teams', kind: 'checks', label: c.text('entrants'), options: teams(c), value: entrants.map(number), optional: true }];
  c.ask.show({
    title: c.text('open-segment', index + 1, c.state.host.rundown[index].title),
    hint: c.text(index === c.current() + 1 ? 'open-next-hint' : 'open-jump-hint'),
    fields,
    submit: c.text('open'),
    send: (values) => c.send({ act: 'open-segment', segment: index, teams: values.teams ? values.teams.map(Number) : null }),
  });
}

const SCENES = [
  ['1', 'auto', { act: 'scene', scene: 'play' }],
  ['2', 'opening', { act: 'scene', scene: 'opening' }],
  ['3', 'parade', { act: 'scene', scene: 'parade' }],
  ['4', 'segment', { act: 'scene', scene: 'segment' }],
  ['5', 'board', { act: 'scene', scene: 'scoreboard' }],
  ['6', 'cheer', { act: 'scene', scene: 'cheer' }],
  ['7', 'break', { act: 'scene', scene: 'break' }],
  ['8', 'freeze', { act: 'freeze' }],
  ['9', 'reveal', { act: 'scene', scene: 'reveal' }],
  ['0', 'final', { act: 'scene', scene: 'awards' }],
];

export async function scene(c, name) {
  if (name === 'thaw') {
    thaw(c);
  } else if (name === 'break') {
    pause(c);
  } else if (name === 'reveal' && c.state.scene === 'reveal') {
    c.direct({ act: 'reveal-step' });
  } else {
    c.direct(SCENES.find(([, known]) => known === name)[2]);
  }
}

function thaw(c) {
  c.ask.show({ title: c.text('act-thaw'), hint: c.text('thaw-hint'), submit: c.text('act-thaw'), danger: true, send: () => c.send({ act: 'thaw' }) });
}

/** The big screen counts the break down; without a number it says only that there is one. */
function pause(c) {
  c.ask.show({
    title: c.text('scene-break'),
    fields: [{ name: 'minutes', label: c.text('break-minutes'), value: '10', quick: ['5', '10', '15', '20'], optional: true }],
    submit: c.text('scene-break'),
    send: (values) => c.send({ act: 'scene', scene: 'break', minutes: /^\d{1,4}$/.test(values.minutes.trim()) ? Number(values.minutes) : null }),
  });
}

function scenes(c) {
  const choose = (name) => {
    c.ask.close();
    scene(c, name);
  };
  const list = element(
    'div',
    { class: 'ask-scenes' },
    ...SCENES.map(([key, name]) => {
      const instead = name === 'freeze' && c.state.frozen ? 'thaw' : name;
      return element('button', { type: 'button', class: 'button', 'data-key': key, onclick: () => choose(instead) }, element('kbd', {}, key), c.text('scene-' + instead));
    })
  );
  list.addEventListener('keydown', (event) => {
    const button = list.querySelector('[data-key="' + event.key + '"]');
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
  c.ask.show({ title: c.text('act-scene'), extra: list });
  list.querySelector('button').focus();
}

function takeLead(c) {
  const other = c.desk.lead;
  if (!other) {
    c.direct({ act: 'take-lead' });
    return;
  }
  c.ask.show({
    title: c.text('act-take-lead'),
    hint: c.text('take-lead-hint', other),
    submit: c.text('act-take-lead'),
    danger: true,
    send: () => c.send({ act: 'take-lead' }),
  });
}

export const RULINGS = {
  right: {
    key: 'R',
    label: 'verdict-right',
    can: has('rule'),
    run: verdict('right'),
    named: (c) => (c.desk.judging ? 'verdict-judges' : 'verdict-right'),
    scores: true,
  },
  partial: {
    key: 'D',
    label: 'verdict-partial',
    can: has('rule'),
    run: (c) => (c.desk.can.includes('partial') ? verdict('partial')(c) : override(c, 'partial')),
    scores: true,
  },
  wrong: { key: 'W', label: 'verdict-wrong', can: has('rule'), run: verdict('wrong'), scores: true },
  timeout: { key: 'T', label: 'verdict-timeout', can: has('rule'), run: verdict('timeout'), scores: true },
  foul: { key: 'F', label: 'verdict-foul', can: has('rule'), run: verdict('foul'), scores: true },
  override: { key: 'O', label: 'act-override', can: has('rule'), run: (c) => override(c, 'right'), scores: true },
};

export const TOOLS = {
  clock: { key: 'C', label: 'act-clock', can: has('start-clock'), run: (c) => c.direct({ act: 'start-clock' }) },
  buzz: {
    key: 'B',
    label: 'act-buzz',
    can: (c) => has('open-buzz')(c) || has('cancel-countdown')(c),
    run: (c) => c.direct({ act: has('cancel-countdown')(c) ? 'cancel-countdown' : 'open-buzz' }),
    named: (c) => (has('cancel-countdown')(c) ? 'act-cancel-countdown' : 'act-buzz'),
  },
  award: { key: 'J', label: 'act-award', can: has('award'), run: award },
  lapse: { key: 'N', label: 'act-lapse', can: has('lapse'), run: (c) => c.direct({ act: 'lapse' }) },
  lifeline: { key: 'H', label: 'act-lifeline', can: (c) => c.desk.helps.length > 0 && Boolean(c.state.question) && has('rule')(c), run: help },
  turn: { key: 'E', label: 'act-end-turn', can: has('end-turn'), run: withReason('end-turn', 'act-end-turn', ['quick-declined', 'quick-over']) },
  void: { key: 'V', label: 'act-void', can: has('void-question'), run: replaceQuestion },
  pause: {
    key: 'P',
    label: 'act-pause',
    can: (c) => has('pause')(c) || has('resume')(c),
    run: (c) =>
      c.state.paused
        ? c.direct({ act: 'resume' })
        : withReason('pause', 'act-pause', ['quick-network', 'quick-device', 'quick-jury', 'quick-rest'], { hint: 'pause-hint' })(c),
    named: (c) => (c.state.paused ? 'act-resume' : 'act-pause'),
  },
  adjust: { key: 'A', label: 'act-adjust', can: has('adjust'), run: adjust, scores: true },
  protest: { key: 'X', label: 'act-protest', can: has('raise-protest'), run: protest, scores: true },
  settle: { key: 'Z', label: 'act-settle', can: (c) => c.desk.protests.length > 0, run: (c) => settle(c), scores: true },
  substitute: { key: 'M', label: 'act-substitute', can: (c) => !c.over(), run: substitute },
  undo: { key: 'U', label: 'act-undo', can: has('undo'), run: undo },
  redo: { key: 'Y', label: 'act-redo', can: has('redo'), run: withReason('redo', 'act-redo', ['quick-slip']) },
  scene: { key: 'G', label: 'act-scene', can: () => true, run: scenes },
};

export const OTHERS = {
  'take-lead': { key: 'L', label: 'act-take-lead', can: (c) => c.desk.lead !== c.me, run: takeLead },
  'by-key': { key: 'K', label: 'act-by-key', can: (c) => canRuleByKey(c.state.host.seats), run: (c) => c.direct({ act: 'rule-by-key' }), scores: true },
};
