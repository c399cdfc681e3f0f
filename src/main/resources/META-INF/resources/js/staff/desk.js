import { backoffMillis, request } from '../lib/api.js';
import { countdownText, ServerClock } from '../lib/clock.js';
import { element, fill, readTexts, replaceChildren, setText } from '../lib/dom.js';
import { Charts } from './charts.js';

const POLL_MILLIS = 5000;
const TICK_MILLIS = 250;
const DAY_MILLIS = 86400000;
const TILES = ['started', 'finished', 'answering', 'attempts', 'answers'];

/** Keeps the figures of a round fresh; a page nobody looks at asks nothing. */
class Desk {
  constructor(state) {
    this.state = state;
    this.find = (name) => document.querySelector('[data-' + name + ']');
    this.text = readTexts(this.find('texts'));
    this.clock = new ServerClock();
    this.number = new Intl.NumberFormat(state.dataset.number);
    this.charts = new Charts(this.text);
    this.failures = 0;
    this.untilMillis = null;
    document.addEventListener('visibilitychange', () => !document.hidden && this.refresh());
    setInterval(() => this.tick(), TICK_MILLIS);
    this.refresh();
  }

  async refresh() {
    clearTimeout(this.timer);
    if (document.hidden) {
      return; // comes back with visibilitychange
    }
    const reply = await request('GET', this.state.dataset.desk);
    if (reply.status === 200) {
      this.failures = 0;
      this.clock.hear(reply.body.serverTimeMillis, reply.sentAt, reply.receivedAt);
      this.show(reply.body);
    } else if (reply.status === 401 || reply.status === 403) {
      location.reload(); // the session is over: the way in is asked for there
      return;
    } else {
      this.failures += 1;
    }
    this.find('link').hidden = this.failures === 0;
    const wait = this.failures ? backoffMillis(this.failures, reply.retryAfterMillis) : 0;
    this.timer = setTimeout(() => this.refresh(), POLL_MILLIS + wait);
  }

  show(figures) {
    const phase = this.find('phase');
    phase.className = 'tag phase phase-' + figures.phase;
    setText(phase, figures.phaseText);
    setText(this.find('window'), figures.window);
    TILES.forEach((name) => setText(document.querySelector('[data-figure=' + name + ']'), this.number.format(figures[name])));
    this.untilMillis = figures.untilMillis;
    this.find('countdown').hidden = figures.untilMillis === null;
    setText(this.find('until'), figures.untilMillis === null ? '' : this.text(figures.phase));
    this.tick();
    this.charts.show(figures);
    this.showTables(figures);
  }

  tick() {
    if (this.untilMillis === null || !this.clock.knows()) {
      return;
    }
    const millis = Math.max(0, this.untilMillis - this.clock.now());
    const days = Math.floor(millis / DAY_MILLIS);
    const rest = countdownText(days > 0 ? millis % DAY_MILLIS : millis);
    setText(this.find('remaining'), days > 0 ? fill(this.state.dataset.days, days) + ' ' + rest : rest);
  }

  showTables(figures) {
    const minutes = figures.minutes.slice().reverse();
    this.rows('minutes', minutes.map((minute) => [minute.at, this.number.format(minute.answers), this.number.format(minute.people)]));
    this.rows('scores', figures.scores.map((band) => [band.score, this.number.format(band.people)]));
    this.rows('units', figures.units.map((unit) => this.unit(unit)));
    this.showNone('scores', figures.finished === 0);
    this.showNone('units', figures.units.length === 0);
  }

  showNone(name, none) {
    document.querySelector('[data-none=' + name + ']').hidden = !none;
  }

  unit(unit) {
    return unit.percent === null
      ? [unit.name, this.number.format(unit.people), '–', '–']
      : [unit.name, this.number.format(unit.people), this.number.format(unit.headcount), unit.percent + '%'];
  }

  rows(name, rows) {
    const cell = (text, i) => element('td', { class: i > 0 ? 'number' : 'number-left' }, text);
    replaceChildren(
      document.querySelector('[data-rows=' + name + ']'),
      ...rows.map((cells) => element('tr', {}, ...cells.map(cell)))
    );
  }
}

document.querySelectorAll('[data-desk]').forEach((state) => new Desk(state));
