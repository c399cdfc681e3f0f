// The places being revealed, from the last one up: a row is closed, without a name, until its turn, then it opens.

import { element, replaceChildren, setText } from '../lib/dom.js';
import { LONG_NAME } from './stage.js';

/** As long as the drum roll: everybody, in the hall or not, waits this long for a name. */
const HOLD_MILLIS = 900;

export class Ladder {
  /** @param onOpen told the teams that share the place that has just opened; an empty list: none has yet */
  constructor(text, { onDue = () => {}, onOpen = () => {} } = {}) {
    this.text = text;
    this.onDue = onDue;
    this.onOpen = onOpen;
    this.box = element('ol', { class: 'ladder' });
    this.rows = [];
    this.known = null; // how many were open; null: nothing shown yet
  }

  /** What was open before this page came opens without ceremony. */
  show(teams) {
    const places = new Map(teams.filter((team) => team.score !== null).map((team) => [team.place, team]));
    const isNew = this.known !== null && places.size > this.known;
    const before = this.known;
    this.known = places.size;
    clearTimeout(this.timer);
    if (!isNew) {
      this.open(teams.length, places, places.size);
      return;
    }
    this.open(teams.length, places, before);
    this.rows.forEach((row, place) => row.classList.toggle('ladder-due', places.has(place) && !row.classList.contains('ladder-open')));
    this.onDue();
    this.timer = setTimeout(() => this.open(teams.length, places, places.size), HOLD_MILLIS);
  }

  /** Forgets what was open: what comes next opens without ceremony. */
  forget() {
    clearTimeout(this.timer);
    this.known = null;
  }

  /** @param count of open rows, counted from the last */
  open(size, places, count) {
    this.box.style.setProperty('--teams', size);
    while (this.rows.length < size) {
      const row = element('li', { class: 'ladder-row' });
      this.rows.push(row);
      this.box.append(row);
    }
    this.rows.forEach((row, place) => this.draw(row, place >= size - count ? places.get(place) : null));
    const newest = count > 0 ? places.get(size - count) : null;
    this.onOpen(newest ? Array.from(places.values()).filter((team) => team.rank === newest.rank) : []);
  }

  draw(row, team) {
    const isOpen = Boolean(team);
    row.classList.remove('ladder-due');
    row.classList.toggle('ladder-open', isOpen);
    row.classList.toggle('ladder-first', isOpen && team.rank === 1);
    if (!isOpen) {
      setText(row, '？');
    } else if (row.dataset.name !== team.name || !row.firstElementChild) {
      replaceChildren(
        row,
        element('span', { class: 'ladder-rank' }, this.text('rank', team.rank)),
        element('span', { class: team.name.length > LONG_NAME ? 'ladder-name name-long' : 'ladder-name' }, team.name),
        element('span', { class: 'ladder-score' }, team.score)
      );
    }
    row.dataset.name = isOpen ? team.name : '';
  }
}

/** The three prizes on their steps, and who comes after them. Teams that share a place share its step. */
export function podium(teams, text) {
  const at = (rank) => teams.filter((team) => team.rank === rank && team.score !== null);
  const step = (rank) => {
    const here = at(rank);
    return element(
      'div',
      { class: 'step step-' + rank + (here.length > 2 ? ' step-crowd' : ''), hidden: here.length === 0 && at(1).length > 0 },
      element('p', { class: 'step-prize' }, text('prize-' + rank)),
      ...(here.length ? here.map((team) => element('p', { class: team.name.length > LONG_NAME ? 'step-team name-long' : 'step-team' }, team.name)) : [element('p', { class: 'step-team' }, '？')]),
      here.length > 0 && element('p', { class: 'step-score' }, text('score', here[0].score))
    );
  };
  const rest = teams.filter((team) => team.score !== null && team.rank > 3).sort((a, b) => a.place - b.place);
  return element(
    'div',
    { class: 'podium' },
    element('div', { class: 'steps' }, step(2), step(1), step(3)),
    rest.length > 0 &&
      element(
        'ol',
        { class: 'rest' },
        ...rest.map((team) =>
          element('li', {}, element('span', { class: 'rest-rank' }, text('rank', team.rank)), element('span', { class: 'rest-name' }, team.name), element('span', { class: 'rest-score' }, team.score))
        )
      )
  );
}
