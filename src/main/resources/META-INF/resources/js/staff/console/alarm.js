// Says loudly that a clock is over, once for each clock. It rules nothing.

const KEPT = 'leitai-console-sound';

export class Alarm {
  constructor(button, text) {
    this.button = button;
    this.text = text;
    this.on = localStorage.getItem(KEPT) === 'on';
    this.rung = null;
    button.addEventListener('click', () => this.toggle());
    this.label();
  }

  toggle() {
    this.on = !this.on;
    localStorage.setItem(KEPT, this.on ? 'on' : 'off');
    this.label();
    if (this.on) {
      this.sound();
    }
  }

  label() {
    this.button.textContent = this.text(this.on ? 'sound-on' : 'sound-off');
    this.button.setAttribute('aria-pressed', String(this.on));
  }

  /** Whether the clock of the state is over; rings when it has just come to that. */
  watch(state, remaining) {
    const clock = state && state.clock;
    const over = Boolean(clock) && !state.paused && remaining === 0 && clock.kind !== 'countdown';
    const id = clock ? clock.kind + clock.endsAt : null;
    if (over && this.rung !== id) {
      this.rung = id;
      if (this.on) {
        this.sound();
      }
    }
    return over;
  }

  sound() {
    this.context = this.context || new AudioContext();
    const start = this.context.currentTime;
    [0, 0.25, 0.5].forEach((after) => {
      const tone = this.context.createOscillator();
      const volume = this.context.createGain();
      tone.frequency.value = 880;
      volume.gain.setValueAtTime(0.25, start + after);
      volume.gain.exponentialRampToValueAtTime(0.001, start + after + 0.2);
      tone.connect(volume).connect(this.context.destination);
      tone.start(start + after);
      tone.stop(start + after + 0.2);
    });
  }
}
