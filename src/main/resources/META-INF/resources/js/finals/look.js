// What the page brought along for its scenes: who organizes, the logo, the players, the address for phones.

import { element } from '../lib/dom.js';

export class Look {
  constructor(box) {
    const lines = (name) => Array.from(box.querySelectorAll('[data-' + name + '] li')).map((line) => line.textContent);
    this.credits = lines('credits');
    this.lineup = lines('lineup');
    this.picture = box.querySelector('[data-logo]');
    this.code = box.querySelector('[data-qr]');
    this.address = box.dataset.address;
  }

  /** Null where none was put in. */
  logo() {
    return this.picture && element('img', { class: 'logo', src: this.picture.getAttribute('src'), alt: '' });
  }

  creditLines(from, to) {
    return this.credits.slice(from, to).map((line) => element('p', { class: 'credit' }, line));
  }

  players(team) {
    return this.lineup[team] || '';
  }

  /** The way to the phone page; none while the screen itself came here by an address that no phone has. */
  invitation(text) {
    if (this.address.startsWith('localhost')) {
      return null;
    }
    const code = element('div', { class: 'invitation-code' });
    code.append(this.code.firstElementChild.cloneNode(true));
    return element(
      'div',
      { class: 'invitation' },
      code,
      element('div', {}, element('p', { class: 'invitation-call' }, text('watch')), element('p', { class: 'invitation-address' }, this.address))
    );
  }
}
