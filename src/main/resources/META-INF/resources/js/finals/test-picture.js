// The picture for setting up the projector: edges, safe area, colours, letters for 30 m, and each sound by its key.

import { element, replaceChildren } from '../lib/dom.js';

const SOUNDS = ['open', 'buzz', 'right', 'wrong', 'tick', 'roll', 'fanfare'];

export class TestPicture {
  constructor(page, text, sound) {
    this.text = text;
    this.sound = sound;
    this.page = page;
    this.box = element('div', { class: 'test', hidden: true });
    page.append(this.box);
  }

  get shown() {
    return !this.box.hidden;
  }

  show(isShown) {
    this.box.hidden = !isShown;
    this.page.classList.toggle('is-test', isShown);
    if (isShown) {
      this.draw();
    }
  }

  draw() {
    const text = this.text;
    replaceChildren(
      this.box,
      element('div', { class: 'test-edge' }),
      element('div', { class: 'test-safe' }),
      element('div', { class: 'test-circle' }),
      element(
        'div',
        { class: 'test-middle' },
        element('h1', {}, text('test')),
        element('p', { class: 'test-size' }, text('test-size', window.innerWidth, window.innerHeight)),
        element('p', { class: 'test-big' }, text('test-big')),
        element('p', { class: 'test-small' }, text('test-small')),
        element('ol', { class: 'test-colours' }, ...['red', 'deep', 'gold', 'paper', 'right', 'wrong', 'grey', 'black'].map((name) => element('li', { class: 'test-' + name }))),
        element('ol', { class: 'test-sounds' }, ...SOUNDS.map((name, i) => element('li', {}, element('kbd', {}, String(i + 1)), text('sound-' + name)))),
        element('p', { class: 'test-keys' }, text('test-keys'))
      )
    );
  }

  /** Plays a sound by its number; whether the key was one. */
  key(code) {
    const name = SOUNDS[Number(code.replace(/^(Digit|Numpad)/, '')) - 1];
    if (name) {
      this.sound.play(name);
    }
    return Boolean(name);
  }
}
