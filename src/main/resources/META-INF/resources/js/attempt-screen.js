import { stopSpeaking } from './lib/speech.js';
import { handInQuestion, overview } from './overview.js';
import { Question } from './question.js';

/** Which question is on the screen, the way to another one, the overview, and the question before handing in. */
export class AttemptScreen {
  /** @param answering {state, queue, marks, page, sheet, text, handIn, timeIsOver(), advance(), tick()} */
  constructor(answering) {
    this.answering = answering;
    this.index = Math.max(0, Number(location.hash.slice(1)) - 1 || 0);
    const { page } = answering;
    page.previous.addEventListener('click', () => this.go(this.index - 1));
    page.next.addEventListener('click', () => this.forward());
    page.overview.addEventListener('click', () => this.showOverview());
  }

  /** A new state is there; with a clock per question it decides which one is shown. */
  take(before) {
    const { state } = this.answering;
    const last = state.slots.length - 1;
    const follows = state.questionMillis && (!before || state.currentSlot !== before.currentSlot);
    this.index = follows ? last : Math.max(0, Math.min(this.index, last));
    this.show();
  }

  show() {
    const { state, queue } = this.answering;
    const slot = state.slots[this.index];
    if (!slot) {
      this.answering.advance();
      return;
    }
    const locked = this.answering.timeIsOver() || (Boolean(state.questionMillis) && slot.slot !== state.currentSlot);
    if (this.question && this.question.slot.slot === slot.slot && this.question.locked === locked) {
      this.question.show(queue.answerTo(slot.slot));
    } else {
      this.showQuestion(slot, locked);
    }
    this.showProgress();
    this.answering.tick();
  }

  showQuestion(slot, locked) {
    const { queue, marks, page, text } = this.answering;
    const isMove = this.question && this.question.slot.slot !== slot.slot;
    stopSpeaking();
    this.question = new Question(slot, {
      text,
      locked,
      marked: marks.has(slot.slot),
      change: (answer, delayMillis) => queue.put(slot.slot, answer, delayMillis),
      mark: () => marks.toggle(slot.slot),
    });
    this.question.show(queue.answerTo(slot.slot));
    page.showQuestion(this.question);
    history.replaceState(null, '', '#' + slot.slot);
    if (isMove) {
      this.question.stem.focus({ preventScroll: true });
    }
  }

  /** Shows another answer to a question, if that question is on the screen. */
  showAnswer(slot) {
    if (this.question && this.question.slot.slot === slot) {
      this.question.show(this.answering.queue.answerTo(slot));
    }
  }

  showProgress() {
    const { state, queue, page } = this.answering;
    if (!queue) {
      return; // the first state is just being taken over
    }
    page.showPosition({
      index: this.index,
      count: state.slotCount,
      answered: state.slotCount - this.blanks().length,
      locksBehind: Boolean(state.questionMillis),
      isLast: this.index === state.slotCount - 1,
    });
    page.showSaveState(queue.saveState(), queue.unsentCount());
  }

  blanks() {
    const { state, queue } = this.answering;
    const numbers = Array.from({ length: state.slotCount }, (ignored, i) => i + 1);
    return numbers.filter((slot) => queue.answerTo(slot).length === 0);
  }

  go(index) {
    const { state, queue } = this.answering;
    queue.flush();
    this.index = Math.max(0, Math.min(index, state.slots.length - 1));
    this.show();
  }

  forward() {
    const { state } = this.answering;
    if (this.index === state.slotCount - 1) {
      this.askHandIn();
    } else if (state.questionMillis) {
      this.answering.advance();
    } else {
      this.go(this.index + 1);
    }
  }

  showOverview() {
    const { state, queue, marks, sheet, text } = this.answering;
    const rows = state.slots.map(({ slot }, i) => ({
      number: slot,
      answered: queue.answerTo(slot).length > 0,
      marked: marks.has(slot),
      current: i === this.index,
    }));
    const content = overview(rows, text, {
      go: (number) => {
        sheet.close();
        this.go(state.slots.findIndex(({ slot }) => slot === number));
      },
      handIn: () => this.askHandIn(),
      close: () => sheet.close(),
    });
    sheet.open(text('overview'), content);
  }

  askHandIn() {
    const { queue, sheet, text, handIn } = this.answering;
    const content = handInQuestion(this.blanks(), queue.unsentCount(), text, {
      yes: () => handIn.run(),
      no: () => sheet.close(),
    });
    sheet.open(text('ask-title'), content);
  }
}
