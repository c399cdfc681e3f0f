import { countdownText } from './lib/clock.js';
import { element, replaceChildren, setText } from './lib/dom.js';

const TOAST_MILLIS = 6000; // long enough to read two lines twice

/** The fixed parts of the answering page: position, clock, save state, the three buttons, short messages. */
export class AnswerPage {
  constructor(root, text) {
    const find = (name) => document.querySelector('[data-' + name + ']');
    this.text = text;
    this.main = root;
    this.loading = find('loading');
    this.position = find('position');
    this.clock = find('clock');
    this.progress = find('progress');
    this.foot = find('foot');
    this.saveState = find('save-state');
    this.previous = find('previous');
    this.overview = find('overview');
    this.next = find('next');
    this.toast = element('p', { class: 'toast', role: 'alert', hidden: true });
    this.clockWords = element('p', { class: 'unseen', role: 'status' });
    document.body.append(this.toast, this.clockWords);
  }

  showLoading(message) {
    setText(this.loading, message);
  }

  showQuestion(question) {
    replaceChildren(this.main, question.root);
    this.foot.hidden = false;
    window.scrollTo(0, 0);
  }

  /** @param options {index, count, answered, locksBehind, isLast} */
  showPosition(options) {
    setText(this.position, this.text('position', options.index + 1, options.count));
    this.progress.max = options.count;
    this.progress.value = options.answered;
    this.previous.hidden = options.locksBehind;
    this.overview.hidden = options.locksBehind;
    this.previous.disabled = options.index === 0;
    this.next.textContent = this.text(options.isLast ? 'hand-in' : options.locksBehind ? 'next-locks' : 'next');
    this.foot.classList.toggle('is-single', options.locksBehind);
  }

  /** Two quiet steps, at 60 and at 10 seconds: another colour, and a sentence for those who listen. */
  showClock(remainingMillis) {
    setText(this.clock, countdownText(remainingMillis));
    const step = remainingMillis <= 10000 ? 'left-10' : remainingMillis <= 60000 ? 'left-60' : '';
    if (step !== this.clockStep) {
      this.clockStep = step;
      this.clock.className = 'clock number ' + step;
      setText(this.clockWords, step ? this.text(step) : '');
    }
  }

  showSaveState(state, unsentCount) {
    setText(this.saveState, this.text(state, unsentCount));
    this.saveState.className = 'save-state save-' + state;
  }

  say(message) {
    clearTimeout(this.toastTimer);
    this.toast.textContent = message;
    this.toast.hidden = false;
    this.toastTimer = setTimeout(() => {
      this.toast.hidden = true;
    }, TOAST_MILLIS);
  }
}
