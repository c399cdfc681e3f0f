// What a seat's device can do besides showing: sounds, a shake, a screen that stays on, a key of one's own; and how it is.

const KEY = 'leitai-seat-key';
const TONES = {
  press: [[520, 0, 60]],
  won: [[660, 0, 120], [880, 130, 220]],
  foul: [[160, 0, 320]],
  taken: [[740, 0, 90]],
  test: [[523, 0, 220], [659, 240, 220], [784, 480, 420]],
};
const SHAKES = { press: 60, won: [80, 40, 160], foul: [200, 60, 200], taken: 40 };

export class Device {
  constructor() {
    this.audio = null;
    this.lock = null;
    this.battery = null;
    this.onChange = () => {};
    ['pointerdown', 'keydown'].forEach((name) => document.addEventListener(name, () => this.unlock(), true));
    document.addEventListener('visibilitychange', () => this.stayAwake());
    this.stayAwake();
    if (navigator.getBattery) {
      navigator.getBattery().then((battery) => {
        this.battery = battery;
        ['levelchange', 'chargingchange'].forEach((name) => battery.addEventListener(name, () => this.onChange()));
        this.onChange();
      }, () => {});
    }
  }

  /** Browsers play nothing before a person has touched the page. */
  unlock() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) {
      return;
    }
    if (!this.audio) {
      this.audio = new Audio();
      this.audio.onstatechange = () => this.onChange();
    }
    if (this.audio.state === 'suspended') {
      this.audio.resume();
    }
  }

  hasSound() {
    return Boolean(this.audio) && this.audio.state === 'running';
  }

  play(name) {
    if (navigator.vibrate && SHAKES[name]) {
      navigator.vibrate(SHAKES[name]);
    }
    if (!this.hasSound()) {
      return;
    }
    TONES[name].forEach((tone) => this.tone(tone[0], this.audio.currentTime + tone[1] / 1000, tone[2] / 1000));
  }

  tone(hertz, at, seconds) {
    const source = this.audio.createOscillator();
    const volume = this.audio.createGain();
    source.frequency.value = hertz;
    source.type = 'triangle';
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.5, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    source.connect(volume);
    volume.connect(this.audio.destination);
    source.start(at);
    source.stop(at + seconds + 0.02);
  }

  stayAwake() {
    if (document.hidden || !navigator.wakeLock) {
      this.onChange();
      return;
    }
    navigator.wakeLock.request('screen').then(
      (lock) => {
        this.lock = lock;
        lock.addEventListener('release', () => {
          this.lock = null;
          this.onChange();
        });
        this.onChange();
      },
      () => this.onChange()
    );
  }

  get key() {
    try {
      return localStorage.getItem(KEY);
    } catch (noStorage) {
      return null;
    }
  }

  set key(code) {
    try {
      localStorage.setItem(KEY, code);
    } catch (noStorage) {
      // for this page only would surprise: it is not kept
    }
  }

  isBuzzer(event) {
    return event.code === 'Space' || event.code === 'Enter' || (this.key !== null && event.code === this.key);
  }

  /** For the preflight board; what the browser does not tell is left out. */
  report(clockOffMillis, heard) {
    const told = { off: clockOffMillis, sound: this.hasSound(), visible: !document.hidden };
    if (navigator.wakeLock) {
      told.awake = Boolean(this.lock);
    }
    if (this.battery) {
      told.battery = Math.round(this.battery.level * 100);
      told.charging = this.battery.charging;
    }
    if (heard) {
      told.heard = heard;
    }
    return told;
  }
}
