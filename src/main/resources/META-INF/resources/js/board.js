import { backoffMillis, request } from './lib/api.js';
import { elapsedText } from './lib/clock.js';
import { element, fill, setText } from './lib/dom.js';

const REFRESH_MILLIS = 10000;
const STILL_MILLIS = 1200; // a finger that rested this long is not about to read on

/** Keeps a page of the board fresh: every place keeps its row, only what stands in it changes, and never under a finger. */
class Board {
  constructor(root) {
    this.root = root;
    this.find = (name) => root.querySelector('[data-' + name + ']');
    this.touchedAt = -STILL_MILLIS;
    this.failures = 0;
    ['touchstart', 'touchmove', 'scroll', 'wheel'].forEach((event) =>
      window.addEventListener(event, () => (this.touchedAt = performance.now()), { passive: true })
    );
    document.addEventListener('visibilitychange', () => !document.hidden && this.plan(0));
    this.plan(this.pause());
  }

  plan(millis) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), millis);
  }

  async refresh() {
    if (document.hidden) {
      return; // comes back with visibilitychange
    }
    const reply = await request('GET', this.root.dataset.board);
    if (reply.status === 200) {
      this.failures = 0;
      await this.untilStill();
      this.show(reply.body);
    } else {
      this.failures += 1;
    }
    this.plan(this.failures ? this.pause() + backoffMillis(this.failures, reply.retryAfterMillis) : this.pause());
  }

  pause() {
    return REFRESH_MILLIS * (0.8 + Math.random() * 0.4);
  }

  async untilStill() {
    while (performance.now() - this.touchedAt < STILL_MILLIS) {
      await new Promise((resolve) => setTimeout(resolve, STILL_MILLIS));
    }
  }

  show(view) {
    const state = this.find('state');
    setText(state, view.state === 'live' ? '' : this.root.querySelector('[data-state-' + view.state + ']').textContent);
    state.hidden = view.state === 'live';
    this.find('empty').hidden = view.rows.length > 0;
    this.find('table').hidden = view.rows.length === 0;
    this.showRows(this.find('rows'), view.rows);
    this.showRows(this.find('mine'), view.mine ? [view.mine] : []);
    this.find('mine').parentNode.hidden = !view.mine;
    setText(this.find('as-of'), view.asOf.slice(11, 19));
    setText(this.find('total-shown'), fill(this.root.dataset.total, view.total.toLocaleString()));
  }

  showRows(body, rows) {
    rows.forEach((row, i) => {
      const made = this.row(row);
      const old = body.rows[i];
      if (!old) {
        body.append(made);
      } else if (old.textContent.trim() !== made.textContent.trim()) {
        made.classList.add('is-fresh');
        body.replaceChild(made, old);
      }
    });
    while (body.rows.length > rows.length) {
      body.deleteRow(-1);
    }
  }

  row(row) {
    const me = row.mine && element('span', { class: 'tag' }, this.root.dataset.me);
    const who = element('span', { class: 'who' }, element('bdi', {}, row.name), me && ' ', me);
    const time = row.elapsedMillis !== null && element('span', { class: 'quiet' }, elapsedText(row.elapsedMillis));
    return element(
      'tr',
      { class: row.mine ? 'mine' : null },
      element('td', { class: 'rank number rank-' + Math.min(row.rank, 4) }, element('span', {}, String(row.rank))),
      element('th', { scope: 'row' }, who, element('span', { class: 'quiet' }, this.detail(row))),
      element('td', { class: 'points number' }, element('strong', {}, row.score), time)
    );
  }

  detail(row) {
    if (row.people === null) {
      return row.detail || '';
    }
    const people = fill(this.root.dataset.people, row.people.toLocaleString());
    return row.participationPercent
      ? people + ' · ' + fill(this.root.dataset.rate, row.participationPercent)
      : people;
  }
}

document.querySelectorAll('[data-board]').forEach((root) => new Board(root));
