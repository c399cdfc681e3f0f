import { element } from './lib/dom.js';

const LOOK_MILLIS = 200;

/**
 * Hands an attempt in: first the answers, for as long as they can still count, then the hand-in itself, again and again until
 * the server has it. It is idempotent there, so that a lost reply costs nothing.
 */
export class HandIn {
  /** @param answering {state, queue, clock, sheet, text, link, timeIsOver(), refresh(), leave(reply), forget()} */
  constructor(answering) {
    this.answering = answering;
    this.running = false;
    this.missed = new Set(); // slots whose answer came too late
  }

  async run() {
    if (this.running) {
      return;
    }
    this.running = true;
    await this.sendAnswers();
    if (this.running) {
      await this.sendHandIn();
    }
  }

  /** Until everything is confirmed, or nothing more can be, or the person has thought better of it. */
  async sendAnswers() {
    const { queue, clock, state } = this.answering;
    queue.flush();
    while (this.running && queue.unsentCount() > 0 && clock.now() <= state.deadlineMillis + state.graceMillis) {
      this.show(this.answering.text('unsent', queue.unsentCount()), !this.answering.timeIsOver());
      await this.answering.link.sleep(LOOK_MILLIS);
    }
  }

  async sendHandIn() {
    const { text, state, link } = this.answering;
    this.show(text('handing-in'), false);
    const reply = await link.insist(
      'POST',
      '/api/answers/hand-in',
      { ticket: state.ticket, body: {} },
      { onTrouble: () => this.show(text('time-over-wait'), false) }
    );
    if (reply.status === 200) {
      this.finish(reply.body.result);
    } else if (reply.body.code === 'ticket.expired') {
      await this.answering.refresh();
      await this.sendHandIn();
    } else {
      this.answering.leave(reply);
    }
  }

  /** To the result at once, unless there is something that one must be told first. */
  finish(result) {
    const { queue, sheet, text } = this.answering;
    queue.unsent.forEach((entry, slot) => this.missed.add(slot));
    const go = () => location.replace(result);
    this.answering.forget();
    if (this.missed.size === 0) {
      go();
      return;
    }
    const numbers = Array.from(this.missed).sort((one, other) => one - other);
    sheet.open(
      text('hand-in'),
      [
        element('h2', {}, text('too-late-title')),
        element('p', {}, text('too-late', numbers.join(text('comma')))),
        element('button', { type: 'button', class: 'button button-primary button-wide', onclick: go }, text('go-on')),
      ],
      false
    );
  }

  show(message, canTurnBack) {
    const { sheet, text } = this.answering;
    const back = element('button', { type: 'button', class: 'button', onclick: () => this.turnBack() }, text('ask-no'));
    const title = this.answering.timeIsOver() ? text('time-over') : text('hand-in');
    const key = title + message + canTurnBack;
    if (key !== this.shown) {
      this.shown = key;
      sheet.open(title, [element('h2', {}, title), element('p', { role: 'status' }, message), canTurnBack && back], false);
    }
  }

  turnBack() {
    this.running = false;
    this.shown = null;
    this.answering.sheet.close();
  }
}
