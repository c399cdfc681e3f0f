// The preflight board: every device of every team, live, with one line that says whether the match can begin.

import { connect } from '../live.js';
import { element, replaceChildren, setText } from '../lib/dom.js';
import { HostDesk, atDesk } from './host-desk.js';

const page = document.querySelector('[data-preflight]');
const part = (name) => page.querySelector(`[data-${name}]`);
const limit = (name) => Number(page.dataset[name]);
const desk = new HostDesk(page, { rule, desk: act });
const text = desk.text;
let state = null;

async function act(body) {
  const failed = await atDesk(page.dataset.code, body);
  setText(part('failed'), failed === '' ? '' : failed || text('failed'));
}

/** Only a lifeline can be granted here; the board has no clock and no question. */
async function rule(command) {
  const reply = await fetch(`/staff/finals/${page.dataset.code}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'If-Match': `"${state.v}"` },
    body: JSON.stringify(command),
  }).catch(() => null);
  setText(part('failed'), reply && reply.ok ? '' : text('failed'));
}

function draw() {
  const seats = state.host.seats;
  desk.show(state, true);
  const faults = seats.teams.filter((team) => team.fault).map((team) => text('fault-' + team.fault, team.team + 1));
  setText(part('go'), seats.go ? '✓ ' + text('go') : '✗ ' + text('no-go-why', faults.join(text('comma'))));
  part('go').classList.toggle('go-yes', seats.go);
  setText(part('test'), text(seats.testing ? 'test-end' : 'test-begin'));
  replaceChildren(part('checks'), ...seats.teams.map(check));
}

function check(team) {
  const name = state.teams[team.team].name;
  return element(
    'section',
    { class: team.fault ? 'check check-bad' : 'check' },
    element(
      'div',
      { class: 'check-head' },
      element('h2', {}, (team.fault ? '✗ ' : '✓ ') + text('team', team.team + 1, name)),
      team.devices.length > 0 && element('button', { type: 'button', class: 'button', onclick: () => act({ act: 'sound', team: team.team + 1 }) }, text('sound-play'))
    ),
    team.devices.length === 0 && element('p', { class: 'field-hint' }, text('none')),
    ...team.devices.map((device, i) =>
      element('div', {}, element('h3', {}, text('device', i + 1) + ' · ' + text(device.connected ? 'connected' : 'gone')), device.connected && element('dl', {}, ...facts(device)))
    )
  );
}

function facts(device) {
  const millis = (value) => (value === null ? text('measuring') : text('millis', value));
  const told = (value, yes, no) => (value === null ? text('unknown') : text(value ? yes : no));
  const low = device.batteryPercent !== null && device.batteryPercent < limit('low') && !device.charging;
  return [
    fact('round-trip', millis(device.roundTripMillis), grade(device.roundTripMillis, limit('slow'), limit('slow'))),
    fact('jitter', millis(device.jitterMillis), grade(device.jitterMillis, limit('jittery'), limit('unsure'))),
    fact('clock', device.clockOffMillis === null ? text('unknown') : text('millis', device.clockOffMillis), ''),
    fact('battery', device.batteryPercent === null ? text('unknown') : text(device.charging ? 'charging' : 'percent', device.batteryPercent), low ? 'warning' : device.batteryPercent === null ? '' : 'good'),
    fact('awake', told(device.awake, 'yes', 'no'), device.awake === null ? '' : device.awake ? 'good' : 'warning'),
    fact('sound', text(device.heard ? 'heard' : 'not-heard'), device.heard ? 'good' : 'warning'),
    fact('press', text(device.pressed ? 'pressed' : 'not-pressed'), device.pressed ? 'good' : 'warning'),
  ];
}

/** From the first limit on it is worth a look, from the second it is too much. */
function grade(value, warns, bad) {
  return value === null ? '' : value >= bad ? 'bad' : value >= warns ? 'warning' : 'good';
}

function fact(name, value, grade) {
  const sign = { good: '✓ ', warning: '! ', bad: '✗ ' }[grade] || '';
  return element('div', {}, element('dt', {}, text(name)), element('dd', { class: { warning: 'is-warning', bad: 'is-wrong', good: 'is-right' }[grade] || null }, sign + value));
}

part('sound-all').addEventListener('click', () => state && state.host.seats.teams.filter((team) => team.devices.length > 0).forEach((team) => act({ act: 'sound', team: team.team + 1 })));
part('test').addEventListener('click', () => state && act({ act: state.host.seats.testing ? 'test-end' : 'test' }));
setText(part('limits'), text('limits', limit('slow'), limit('unsure'), limit('jittery'), limit('low')));

connect(page.dataset.topic, {
  onState(newest) {
    state = newest;
    draw();
  },
});
