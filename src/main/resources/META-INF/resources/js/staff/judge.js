// A judge's tablet: the question and the own score; the others' only after that is handed in, because the server keeps them until then.

import { connect } from '../live.js';
import { element, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { StageClock, question, ring } from '../finals/stage.js';
import { Commands } from './console/link.js';

const page = document.querySelector('[data-judge]');
const text = readTexts(document.querySelector('[data-texts]'));
const part = (name) => page.querySelector(`[data-${name}]`);
const commands = new Commands(page.dataset.code, text);
const names = new Map(Array.from(part('judges').children, (judge) => [judge.dataset.username, judge.textContent]));
const clock = new StageClock();
const time = ring();
const MOST_CHIPS = 10; // whole points up to this are buttons

let state = null;
let asked = null; // the question that the form is for
let scores = { others: [] };
let newest = 0;

const name = (username) => names.get(username) || username;
const inputs = () => Array.from(part('parts').querySelectorAll('input'));
const parsed = (typed) => (/^\d+([.。]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace('。', '.')) : NaN);

function draw() {
  const judge = state.judge;
  setText(part('what'), state.segment ? state.segment.title : text('opening'));
  setText(part('team'), judge.team === undefined ? text('judge-wait') : text('judge-for', state.teams[judge.team].name));
  replaceChildren(part('question'), state.question && question(state));
  part('form').hidden = judge.team === undefined || judge.parts.length === 0;
  if (asked !== judge.asked + ':' + judge.team) {
    asked = judge.asked + ':' + judge.team;
    scores = { others: [] };
    buildForm();
  }
  drawState();
}

function buildForm() {
  const judge = state.judge;
  replaceChildren(
    part('parts'),
    ...judge.parts.map((one) =>
      element(
        'fieldset',
        { class: 'jury-part' },
        element('legend', {}, one.name || text('judge-score'), element('small', {}, text('judge-max', one.max) + (one.weight === 100 ? '' : ' · ' + text('judge-weight', one.weight)))),
        element('div', { class: 'jury-choices' }, ...choices(judge, one))
      )
    )
  );
  setText(part('error'), '');
}

/** The grades of the rules, or whole points to tap and a field for anything between. */
function choices(judge, one) {
  const input = element('input', { name: one.name, inputmode: 'decimal', autocomplete: 'off', maxlength: 6, 'aria-label': one.name || text('judge-score'), type: judge.grades.length > 0 ? 'hidden' : 'text', oninput: () => picked(input) });
  const values =
    judge.grades.length > 0
      ? judge.grades.map((grade) => [grade.name + ' ' + grade.points, grade.points])
      : Number(one.max) <= MOST_CHIPS
        ? Array.from({ length: Math.floor(Number(one.max)) + 1 }, (unused, i) => [String(i), String(i)])
        : [];
  const chips = values.map(([label, value]) =>
    element('button', { type: 'button', class: 'button', 'data-value': value, 'aria-pressed': 'false', onclick: () => pick(input, value) }, label)
  );
  return [...chips, input];
}

function pick(input, value) {
  input.value = value;
  picked(input);
}

function picked(input) {
  input.removeAttribute('aria-invalid');
  input.parentElement.querySelectorAll('button').forEach((chip) => chip.setAttribute('aria-pressed', String(parsed(chip.dataset.value) === parsed(input.value))));
  drawTotal();
}

/** As the server adds it up: by weight, to a hundredth, half up. */
function drawTotal() {
  const hundredths = state.judge.parts.map((one, i) => Math.round(parsed(inputs()[i].value) * 100) * one.weight);
  const sum = hundredths.reduce((all, one) => all + one, 0);
  setText(part('total'), Number.isNaN(sum) ? '–' : String(Math.floor(sum / 100 + 0.5) / 100));
}

function drawState() {
  const judge = state.judge;
  const mine = judge.given.includes(page.dataset.me);
  const places = judge.places || names.size;
  setText(part('count'), text('judge-count', judge.given.length, places));
  part('submit').disabled = !judge.open;
  setText(part('submit'), text(mine ? 'judge-correct' : 'judge-submit'));
  setText(part('state'), judge.open ? (mine ? text('judge-handed') : '') : mine ? text('judge-closed') : '');
  page.querySelectorAll('.jury-choices button, .jury-choices input').forEach((control) => (control.disabled = !judge.open));
  setText(part('averaging'), judge.averaging ? text(judge.averaging === 'mean' ? 'judge-mean-all' : 'judge-mean-without-extremes') : '');
  const rows = scores.own ? scores.others.map((one) => [name(one.judge), one.points]) : judge.given.filter((one) => one !== page.dataset.me).map((one) => [name(one), '✓']);
  replaceChildren(part('others'), ...rows.map(([who, points]) => element('li', {}, element('span', {}, who), element('strong', {}, points))));
  setText(part('others-hint'), scores.own || judge.team === undefined ? '' : text('judge-others-wait'));
  part('mean').hidden = !scores.own;
  setText(part('mean').querySelector('strong'), scores.mean || '');
}

/** What this judge may see; also brings back what was handed in before a reload. */
async function look() {
  const wanted = (newest += 1);
  const reply = await fetch(`/staff/finals/${page.dataset.code}/scores`, { headers: { Accept: 'application/json' } }).catch(() => null);
  if (!reply || !reply.ok || wanted !== newest) {
    return;
  }
  const first = !scores.own;
  scores = await reply.json();
  if (scores.own && first) {
    inputs()
      .filter((input) => input.value === '')
      .forEach((input) => pick(input, scores.own[input.name] || ''));
  }
  drawState();
}

part('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const judge = state.judge;
  const parts = {};
  const wrong = inputs().filter((input, i) => {
    const value = parsed(input.value);
    parts[input.name] = input.value.trim().replace('。', '.');
    const fits = value >= 0 && value <= Number(judge.parts[i].max);
    input.setAttribute('aria-invalid', String(!fits));
    return !fits;
  });
  if (wrong.length > 0) {
    setText(part('error'), text('judge-fill'));
    wrong[0].focus();
    return;
  }
  const outcome = await commands.send({ act: 'judge-score', team: judge.team + 1, question: judge.asked, parts });
  setText(part('error'), outcome.ok ? '' : outcome.text);
  look();
});

function tick() {
  time.show(state ? clock.remaining(state.clock) : null, state?.clock?.total ?? 0, state?.paused);
  setTimeout(tick, 100);
}

part('clock').append(time.box);
connect(page.dataset.topic, {
  onState(next) {
    clock.hear(next.at);
    commands.see(next.v);
    state = next;
    draw();
    if (next.judge.given.includes(page.dataset.me)) {
      look();
    }
  },
  onStatus(status) {
    const key = { live: 'link-live', connecting: 'link-connecting', refused: 'signed-out' }[status] || 'link-lost';
    setText(part('status'), text(key));
    part('status').classList.toggle('is-lost', status !== 'live');
  },
});
tick();
