// What the console shows of a state. Everything is drawn anew with each state but what somebody may be typing in.

import { element, replaceChildren, setText } from '../../lib/dom.js';
import { answer, gapText, question, whereText } from '../../finals/stage.js';
import { openSegment, settle } from './acts.js';

export function drawHead(c, part) {
  const lead = c.desk.lead;
  setText(part('lead'), lead ? (lead === c.me ? c.text('lead-mine') : c.text('lead-of', lead)) : c.text('lead-none'));
  part('lead').classList.toggle('is-other', Boolean(lead) && lead !== c.me);
  setText(part('what'), c.state.segment ? c.state.segment.title : c.text('opening'));
  setText(part('where'), whereText(c.state, c.text));
}

export function drawRundown(c, box) {
  const focused = box.contains(document.activeElement) ? document.activeElement.dataset.segment : null;
  replaceChildren(
    box,
    ...c.state.host.rundown.map((step, i) =>
      element(
        'li',
        { class: 'is-' + step.state, 'aria-current': step.state === 'current' && 'step' },
        element('button', { type: 'button', 'data-segment': i, disabled: !c.mayLead(), onclick: () => openSegment(c, i) }, step.title)
      )
    )
  );
  if (focused !== null) {
    box.querySelector('[data-segment="' + focused + '"]').focus();
  }
}

export function drawCentre(c, box) {
  const parts = [];
  if (c.state.question) {
    const player = c.desk.player && element('p', { class: 'tag' }, c.text('player-alone', c.desk.player));
    parts.push(player, question(c.state), answer(c.state, c.text));
    if (c.state.answer.note) {
      parts.push(element('p', { class: 'host-note' }, c.state.answer.note));
    }
  } else if (c.state.host.next === 'show-question' && c.state.host.values.length > 0) {
    parts.push(
      element('p', { class: 'field-hint' }, c.text('choose-value')),
      element(
        'div',
        { class: 'values' },
        ...c.state.host.values.map((value) =>
          element('button', { type: 'button', class: 'button', disabled: value.left === 0, onclick: () => c.next(value.value) }, c.text('points', value.value), value.left < 99 && element('small', {}, c.text('left', value.left)))
        )
      )
    );
  } else if (!c.over()) {
    parts.push(element('p', { class: 'field-hint' }, c.text('not-asked')));
  }
  replaceChildren(box, ...parts);
}

export function drawAlerts(c, box, over) {
  const alerts = [];
  if (c.state.paused) {
    alerts.push(element('p', { class: 'alert alert-pause' }, c.text('paused-why', c.desk.pauseReason)));
  }
  if (over) {
    alerts.push(element('p', { class: 'alert alert-over' }, element('strong', {}, c.text('time-over')), c.text(c.desk.can.includes('rule') ? 'time-over-hint' : 'time-over-only')));
  }
  if (c.desk.heat) {
    alerts.push(heat(c));
  }
  if (c.desk.naming) {
    const key = c.desk.naming === 'team' ? 'name-team' : 'name-rival';
    const who = c.chosen === null ? '' : c.state.teams[c.chosen].name;
    alerts.push(element('p', { class: 'alert' }, who ? c.text(c.state.host.values.length > 0 ? 'named-value' : 'named', who) : c.text(key, c.desk.onTurn === undefined ? '' : c.state.teams[c.desk.onTurn].name)));
  }
  c.desk.protests.forEach((open) => {
    const line = c.text('protest-line', c.state.teams[open.team].name, open.segment, open.number, open.reason);
    alerts.push(
      element('p', { class: 'alert alert-protest' }, element('span', {}, line), element('button', { type: 'button', class: 'button button-small', onclick: () => settle(c, open) }, c.text('act-settle'), element('kbd', {}, 'Z')))
    );
  });
  replaceChildren(box, ...alerts);
}

/** A dead heat, with what its rule offers. */
function heat(c) {
  const names = c.desk.heat.teams.map((team) => c.state.teams[team].name).join('、');
  const again = element('button', { type: 'button', class: 'button button-small', onclick: () => c.direct({ act: 'open-buzz' }) }, c.text('buzz-again'), element('kbd', {}, 'B'));
  const decide = c.desk.heat.teams
    .filter((team) => team !== c.state.answering)
    .map((team) => element('button', { type: 'button', class: 'button button-small', onclick: () => c.direct({ act: 'award', team: team + 1 }) }, c.text('give-to', c.state.teams[team].name)));
  const offers = { 'buzz-again': [again], 'host-decides': decide, earliest: [] }[c.desk.heat.rule];
  return element('p', { class: 'alert alert-heat' }, element('strong', {}, c.text('dead-heat')), names, element('span', { class: 'field-hint' }, c.text('heat-' + c.desk.heat.rule)), ...offers);
}

export function drawTeams(c, box) {
  const presses = new Map(c.state.buzz.map((press, i) => [press.team, { ...press, place: i }]));
  replaceChildren(
    box,
    ...c.state.teams.map((team, i) => {
      const press = presses.get(i);
      const classes = [
        c.state.answering === i && 'is-answering',
        c.state.answering === undefined && c.desk.onTurn === i && 'is-next',
        c.chosen === i && 'is-chosen',
        team.out && 'is-out',
      ];
      return element(
        'li',
        { class: classes.filter(Boolean).join(' ') },
        element('kbd', {}, i < 10 ? String((i + 1) % 10) : ''),
        element('button', { type: 'button', class: 'team-pick', 'aria-pressed': String(c.chosen === i), onclick: () => c.choose(i) }, team.name),
        element('span', { class: team.online ? 'mark mark-on' : 'mark', role: 'img', 'aria-label': c.text(team.online ? 'link-live' : 'link-lost') }),
        element('span', { class: 'score' }, team.score),
        press && element('span', { class: 'gap' }, press.place === 0 ? c.text('first') : c.text('behind', press.place + 1) + ' ' + gapText(press.gapMillis, c.text), press.deadHeat && ' ' + c.text('dead-heat')),
        !press && team.out && c.state.window !== 'none' && element('span', { class: 'gap' }, c.text('barred'))
      );
    })
  );
}

export function drawJudging(c, box, names) {
  const judging = c.desk.judging;
  box.hidden = !judging;
  if (!judging) {
    return;
  }
  const name = (username) => names.get(username) || username;
  const given = judging.given.map((one) => one.judge);
  const missing = [...names.keys()].filter((username) => !given.includes(username)).map(name);
  replaceChildren(
    box,
    element('h2', {}, c.text('judging', given.length, judging.places || names.size)),
    element('ul', { class: 'judged' }, ...judging.given.map((one) => element('li', {}, element('span', {}, name(one.judge)), element('strong', {}, one.points)))),
    !judging.complete && missing.length > 0 && element('p', { class: 'field-hint' }, c.text('judges-missing', missing.join('、'))),
    judging.result && element('p', { class: 'judged-result' }, c.text('judged-result'), element('strong', {}, judging.result))
  );
}

export function drawButtons(c, box, acts) {
  const buttons = Object.keys(acts)
    .filter((name) => c.duty === 'host' || acts[name].scores)
    .map((name) => {
      const act = acts[name];
      return element(
        'button',
        { type: 'button', class: 'button button-act act-' + name, 'data-act': name, disabled: !c.may(act) },
        c.text(act.named ? act.named(c) : act.label),
        element('kbd', {}, act.key)
      );
    });
  replaceChildren(box, ...buttons);
}
