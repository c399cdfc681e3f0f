// The hall's sounds, made on the spot: the hall has no internet, and a file would have to be licensed. Browsers keep quiet until
// somebody has clicked or pressed a key; until then the page says so with a small mark.

const STORED = 'leitai.screen-sound';
const LOUDEST = 10;

export class Sound {
  constructor() {
    const kept = read();
    this.volume = kept.volume;
    this.muted = kept.muted;
    this.context = null;
    this.master = null;
  }

  /** Call from a click or a key; harmless when it is open already. */
  unlock() {
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context) {
      return Promise.resolve();
    }
    if (!this.context) {
      this.context = new Context();
      this.master = this.context.createGain();
      this.master.connect(this.context.destination);
      this.level();
    }
    return this.context.state === 'running' ? Promise.resolve() : this.context.resume();
  }

  /** 'locked' until somebody touches the page, 'muted', or 'on'. */
  state() {
    if (this.muted) {
      return 'muted';
    }
    return this.context && this.context.state === 'running' ? 'on' : 'locked';
  }

  toggleMute() {
    this.muted = !this.muted;
    this.level();
  }

  /** @param step +1 or -1 */
  turn(step) {
    this.volume = Math.min(LOUDEST, Math.max(0, this.volume + step));
    this.level();
  }

  /** Does nothing while locked or muted: a sound that comes late would confuse. */
  play(name) {
    const score = SOUNDS[name];
    if (score && this.state() === 'on') {
      score(new Stage(this.context, this.master));
    }
  }

  level() {
    if (this.master) {
      this.master.gain.value = this.muted ? 0 : Math.pow(this.volume / LOUDEST, 2);
    }
    keep({ volume: this.volume, muted: this.muted });
  }
}

/** Tones and noises from now on; times in seconds, pitches in hertz. */
class Stage {
  constructor(context, out) {
    this.context = context;
    this.out = out;
    this.now = context.currentTime + 0.01;
  }

  tone(pitch, at, seconds, { shape = 'triangle', loud = 0.3, to = pitch } = {}) {
    const source = this.context.createOscillator();
    source.type = shape;
    source.frequency.setValueAtTime(pitch, this.now + at);
    source.frequency.exponentialRampToValueAtTime(to, this.now + at + seconds);
    this.shaped(source, at, seconds, loud);
  }

  noise(at, seconds, { filter = 'lowpass', pitch = 400, loud = 0.3 } = {}) {
    const buffer = this.context.createBuffer(1, Math.ceil(seconds * this.context.sampleRate), this.context.sampleRate);
    const samples = buffer.getChannelData(0);
    for (let i = 0; i < samples.length; i += 1) {
      samples[i] = Math.random() * 2 - 1;
    }
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    const sieve = this.context.createBiquadFilter();
    sieve.type = filter;
    sieve.frequency.value = pitch;
    source.connect(sieve);
    this.shaped(source, at, seconds, loud, sieve);
  }

  /** Comes at once and fades out, so that nothing clicks. */
  shaped(source, at, seconds, loud, last = source) {
    const gain = this.context.createGain();
    gain.gain.setValueAtTime(0.0001, this.now + at);
    gain.gain.exponentialRampToValueAtTime(loud, this.now + at + 0.012);
    gain.gain.exponentialRampToValueAtTime(0.0001, this.now + at + seconds);
    last.connect(gain);
    gain.connect(this.out);
    source.start(this.now + at);
    source.stop(this.now + at + seconds + 0.05);
  }
}

const SOUNDS = {
  open: (stage) => {
    stage.tone(660, 0, 0.14);
    stage.tone(990, 0.13, 0.3);
  },
  buzz: (stage) => {
    stage.tone(311, 0, 0.5, { shape: 'sawtooth', loud: 0.22 });
    stage.tone(466, 0, 0.5, { shape: 'sawtooth', loud: 0.16 });
    stage.tone(932, 0.02, 0.35, { loud: 0.2 });
  },
  right: (stage) => [523, 659, 784, 1047].forEach((pitch, i) => stage.tone(pitch, i * 0.09, i === 3 ? 0.7 : 0.25)),
  wrong: (stage) => {
    stage.tone(220, 0, 0.3, { shape: 'sawtooth', loud: 0.16, to: 196 });
    stage.tone(165, 0.26, 0.6, { shape: 'sawtooth', loud: 0.18, to: 131 });
  },
  tick: (stage) => stage.tone(880, 0, 0.09, { shape: 'sine', loud: 0.35 }),
  over: (stage) => {
    stage.tone(440, 0, 0.7, { shape: 'square', loud: 0.14 });
    stage.tone(330, 0, 0.7, { shape: 'square', loud: 0.12 });
  },
  roll: (stage) => {
    for (let i = 0; i < 27; i += 1) {
      stage.noise(i / 30, 0.07, { pitch: 900, loud: 0.08 + i * 0.008 });
    }
  },
  crash: (stage) => {
    stage.noise(0, 1.6, { filter: 'highpass', pitch: 5000, loud: 0.3 });
    stage.tone(90, 0, 0.4, { shape: 'sine', loud: 0.6, to: 50 });
  },
  fanfare: (stage) => {
    const brass = (pitch, at, seconds) => {
      stage.tone(pitch, at, seconds, { shape: 'sawtooth', loud: 0.13 });
      stage.tone(pitch / 2, at, seconds, { loud: 0.14 });
    };
    [[392, 0, 0.2], [523, 0.18, 0.2], [659, 0.36, 0.2], [784, 0.54, 0.42], [659, 0.9, 0.2]].forEach(([pitch, at, seconds]) => brass(pitch, at, seconds));
    [523, 659, 784, 1047].forEach((pitch) => brass(pitch, 1.08, 1.8));
    stage.noise(1.08, 1.8, { filter: 'highpass', pitch: 5000, loud: 0.18 });
  },
};

function read() {
  const usual = { volume: 8, muted: false };
  try {
    const kept = JSON.parse(localStorage.getItem(STORED));
    return kept && Number.isInteger(kept.volume) ? { volume: kept.volume, muted: Boolean(kept.muted) } : usual;
  } catch (refused) {
    return usual;
  }
}

function keep(settings) {
  try {
    localStorage.setItem(STORED, JSON.stringify(settings));
  } catch (refused) {
    // The next start of the page is as loud as usual then.
  }
}
