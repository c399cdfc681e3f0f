// The few things that a team sets on its device: the key of its buzzer; and what the browser has allowed.

import { element, replaceChildren } from '../lib/dom.js';

export function drawSettings(box, device, text) {
  let waits = false;
  const listen = (event) => {
    if (!waits) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    device.key = event.code;
    waits = false;
    draw();
  };
  const close = () => {
    document.removeEventListener('keydown', listen, true);
    box.hidden = true;
  };
  const draw = () =>
    replaceChildren(
      box,
      element('h2', {}, text('settings')),
      row(text('key'), waits ? text('key-wait') : text('key-now', device.key || text('key-none')),
        element('button', { type: 'button', class: 'seat-second', onclick: () => { waits = true; draw(); } }, text('key-set'))),
      row(text('sound'), text(device.hasSound() ? 'sound-on' : 'sound-off'),
        element('button', { type: 'button', class: 'seat-second', onclick: () => { device.play('test'); draw(); } }, text('sound-again'))),
      row(text('awake'), text(device.lock ? 'awake-on' : 'awake-off')),
      element('button', { type: 'button', class: 'seat-submit', onclick: close }, text('close'))
    );
  document.addEventListener('keydown', listen, true);
  box.hidden = false;
  draw();
}

function row(name, value, action) {
  return element('div', { class: 'seat-setting' }, element('b', {}, name), element('span', {}, value), action);
}
