// What teams sent from their seats and how the seats are, for the console and the preflight board. Drawn from state.host.seats alone.

import { element, readTexts, replaceChildren } from '../lib/dom.js';

const FEW = 3; // more stand in two columns

/** acts: { rule(command), desk(body) } send to the server and say in the end whether it was done. */
export class HostDesk {
  constructor(page, acts) {
    this.page = page;
    this.acts = acts;
    this.text = readTexts(document.querySelector('[data-desk-texts]'));
    this.lines = page.querySelector('[data-desk]');
    this.answers = page.querySelector('[data-answers]');
    this.drawn = ['', ''];
  }

  /** leads: whether the person may do what is the host's. */
  show(state, leads) {
    const desk = state.host.seats;
    const names = state.teams.map((team) => team.name);
    this.leads = leads;
    const lines = JSON.stringify([desk.alarms, desk.waiting, desk.asks, desk.bad, desk.chosen, names, leads]);
    if (lines !== this.drawn[0]) {
      this.drawn[0] = lines;
      this.drawLines(desk, names);
    }
    const answers = JSON.stringify([desk.answers, desk.together, names, state.paused]);
    if (this.answers && answers !== this.drawn[1]) {
      this.drawn[1] = answers;
      this.drawAnswers(desk, names);
    }
  }

  drawLines(desk, names) {
    const { text } = this;
    const lines = [];
    desk.waiting.forEach((one) =>
      lines.push(
        this.line('', text('waiting', names[one.team]), this.act('admit', 'admit', { device: one.device }, true), this.act('admit-also', 'admit-also', { device: one.device }), this.act('turn-away', 'turn-away', { device: one.device }))
      )
    );
    desk.asks.forEach((ask) =>
      lines.push(
        this.line(
          'desk-good',
          text('asks', names[ask.team], ask.title),
          this.button('grant', () => this.acts.rule({ act: 'use-lifeline', team: ask.team + 1, lifeline: ask.code }), true),
          this.act('refuse', 'refuse-ask', { team: ask.team + 1 })
        )
      )
    );
    if (desk.chosen && this.answers) {
      lines.push(this.line('desk-good', text('chosen', this.onTurn(desk, names), desk.chosen)));
    }
    if (desk.bad.length > 0 && this.answers) {
      lines.push(this.line('', this.text('bad', this.faults(desk))));
    }
    if (desk.alarms.length > 0) {
      const words = desk.alarms.map((alarm) => text('alarm-' + alarm.kind, names[alarm.team]) + (alarm.times > 1 ? ' · ' + text('times', alarm.times) : ''));
      lines.push(this.line('desk-alarm', text('alarms') + ': ' + words.join('; '), this.act('dismiss', 'dismiss-alarms', {})));
    }
    replaceChildren(this.lines, ...lines);
  }

  onTurn(desk, names) {
    return desk.chooser === null || desk.chooser === undefined ? '' : names[desk.chooser];
  }

  faults(desk) {
    return desk.bad.map((bad) => this.text('fault-' + bad.fault, bad.team + 1)).join(this.text('comma'));
  }

  line(kind, words, ...parts) {
    return element('div', { class: 'desk-line ' + kind, role: 'alert' }, element('span', { class: 'desk-words' }, words), ...(this.leads ? parts : []));
  }

  act(label, act, body, first) {
    return this.button(label, () => this.acts.desk(Object.assign({ act }, body)), first);
  }

  button(label, onclick, first) {
    return element('button', { type: 'button', class: first ? 'button button-primary' : 'button', onclick }, this.text(label));
  }

  drawAnswers(desk, names) {
    const { text } = this;
    if (desk.answers.length === 0) {
      replaceChildren(this.answers);
      return;
    }
    const byKey = canRuleByKey(desk);
    replaceChildren(
      this.answers,
      element(
        'div',
        { class: 'answers-head' },
        element('h2', {}, text('answers')),
        byKey && element('button', { type: 'button', class: 'button button-primary', 'aria-label': text('by-key'), onclick: () => this.acts.rule({ act: 'rule-by-key' }) }, text('by-key'), element('kbd', {}, 'K'))
      ),
      element('ul', { class: desk.answers.length > FEW ? 'answers-list answers-many' : 'answers-list' }, ...desk.answers.map((one) => this.answer(one, names[one.team])))
    );
  }

  answer(one, name) {
    const { text } = this;
    const found = one.verdict ? text('verdict-' + one.verdict) : text('propose-' + (one.proposal || 'none'));
    const rule = (verdict) => () => this.acts.rule({ act: 'rule', verdict, team: one.team + 1 });
    return element(
      'li',
      {},
      element('span', { class: 'answers-team' }, name),
      element('span', { class: one.text === undefined ? 'answers-text is-missing' : 'answers-text' }, one.text === undefined ? text('no-answer') : one.text),
      element('span', { class: 'answers-time' }, one.millis ? text('seconds', (one.millis / 1000).toFixed(1)) : ''),
      element('span', { class: 'answers-found is-' + (one.verdict || one.proposal || 'open') }, found),
      element(
        'span',
        { class: 'answers-acts' },
        element('button', { type: 'button', class: 'button button-right', disabled: Boolean(one.verdict), onclick: rule('right'), 'aria-label': name + ' ' + text('right') }, '✓'),
        element('button', { type: 'button', class: 'button button-wrong', disabled: Boolean(one.verdict), onclick: rule('wrong'), 'aria-label': name + ' ' + text('wrong') }, '✕')
      )
    );
  }
}

/** Whether all teams answered one question, and the key says of some what they are worth. */
export function canRuleByKey(desk) {
  return desk.together && desk.answers.some((one) => one.proposal && !one.verdict);
}

/** Sends what is done at the desk; it changes no version of the match. */
export async function atDesk(code, body) {
  try {
    const reply = await fetch('/staff/finals/' + code + '/desk', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    return reply.ok ? '' : (await reply.json()).title || null;
  } catch {
    return null;
  }
}
