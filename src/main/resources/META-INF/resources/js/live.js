// The newest state of a topic, for as long as the page is open: by a socket, and by asking every two seconds where no socket gets through.
// Every frame is the complete state, so nothing has to be made up for after a break.
//
// connect('match/7/stage', { onState(state), onStatus(status), onMessage(message) }) → { send(object), close() }
// Statuses: connecting, live, polling, offline, refused. onMessage is told what was sent to this socket alone.

import { backoffMillis, request } from './lib/api.js';

const SHORTEST_RETRY_MILLIS = 200;
const FIRST_RETRY_MILLIS = 2000; // a hall of phones that lost its server comes back spread over this
const LONGEST_RETRY_MILLIS = 10000;
const FAILURES_BEFORE_POLLING = 2;
const POLL_MILLIS = 2000;
const SOCKET_AGAIN_MILLIS = 30000; // while polling
const SERVER_BACK_MILLIS = 5000; // all who poll a server that was away find it back at about the same time
const OPENING_MILLIS = 8000; // some networks swallow a handshake
const SILENT_MILLIS = 13000; // the server pings every six seconds at least
const REVOKED = 4403;

export function connect(topic, handlers) {
  const line = new Line(topic, handlers);
  line.start();
  return { send: (object) => line.send(object), close: () => line.close() };
}

class Line {
  constructor(topic, { onState, onStatus = () => {}, onMessage = () => {} }) {
    this.topic = topic;
    this.onState = onState;
    this.onStatus = onStatus;
    this.onMessage = onMessage;
    this.socket = null;
    this.heardAt = 0;
    this.failures = 0; // sockets in a row that brought nothing
    this.polling = false;
    this.pollFailures = 0;
    this.closed = false;
    this.epoch = '';
    this.sequence = -1;
    this.status = '';
    this.wake = () => this.wakeUp();
    this.see = () => !document.hidden && this.wakeUp();
  }

  start() {
    window.addEventListener('online', this.wake);
    window.addEventListener('pageshow', this.wake);
    document.addEventListener('visibilitychange', this.see);
    this.watch = setInterval(() => this.closeIfSilent(), 1000);
    this.open();
  }

  close() {
    this.closed = true;
    window.removeEventListener('online', this.wake);
    window.removeEventListener('pageshow', this.wake);
    document.removeEventListener('visibilitychange', this.see);
    clearInterval(this.watch);
    clearTimeout(this.retry);
    this.stopPolling();
    this.drop();
  }

  /** Whether it is on its way. Nothing is kept for later: a buzz that comes after the network did would be unjust. */
  send(object) {
    if (!this.socket || this.socket.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.socket.send(JSON.stringify(object));
    return true;
  }

  wakeUp() {
    const silent = performance.now() - this.heardAt > SILENT_MILLIS / 2;
    if (!this.closed && (!this.socket || (silent && this.socket.readyState === WebSocket.OPEN))) {
      this.open();
      if (this.polling) {
        this.plan(0);
      }
    }
  }

  closeIfSilent() {
    const patience = this.socket && this.socket.readyState === WebSocket.OPEN ? SILENT_MILLIS : OPENING_MILLIS;
    if (this.socket && performance.now() - this.heardAt > patience) {
      this.lost(this.socket);
    }
  }

  open() {
    clearTimeout(this.retry);
    this.drop();
    this.heardAt = performance.now();
    if (!this.polling) {
      this.tell('connecting');
    }
    let socket;
    try {
      const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
      socket = new WebSocket(scheme + location.host + '/live/ws/' + this.topic);
    } catch (notAllowed) {
      this.lost(null);
      return;
    }
    this.socket = socket;
    socket.onmessage = (event) => this.socket === socket && this.hear(event.data);
    socket.onclose = (event) => this.socket === socket && this.lost(socket, event.code);
  }

  /** Forgets the socket before it is closed, so that its end is nobody's business. */
  drop() {
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.close();
    }
  }

  lost(socket, code) {
    if (socket !== this.socket) {
      return;
    }
    this.drop();
    if (code === REVOKED) {
      this.stopPolling();
      this.tell('refused');
      return; // until the page is looked at again
    }
    this.failures += 1;
    if (this.failures >= FAILURES_BEFORE_POLLING) {
      this.startPolling();
    } else {
      this.tell('connecting');
    }
    this.openIn(this.retryMillis());
  }

  openIn(millis) {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.open(), millis);
  }

  /** Full jitter: anywhere between the shortest wait and a ceiling that doubles. */
  retryMillis() {
    if (this.polling) {
      return SOCKET_AGAIN_MILLIS * (0.8 + Math.random() * 0.4);
    }
    const ceiling = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS * Math.pow(2, this.failures - 1));
    return SHORTEST_RETRY_MILLIS + Math.random() * (ceiling - SHORTEST_RETRY_MILLIS);
  }

  hear(text) {
    this.heardAt = performance.now();
    if (text.startsWith('{"ping":')) {
      this.socket.send(text.replace('ping', 'pong')); // before anything else: the time it takes is measured
      return;
    }
    const message = JSON.parse(text);
    if (message.state === undefined || message.epoch === undefined) {
      this.onMessage(message);
      return;
    }
    this.failures = 0;
    this.stopPolling();
    this.tell('live');
    this.show(message);
  }

  show(frame) {
    if (frame.epoch === this.epoch && frame.seq <= this.sequence) {
      return;
    }
    this.epoch = frame.epoch;
    this.sequence = frame.seq;
    this.onState(frame.state);
  }

  startPolling() {
    if (!this.polling) {
      this.polling = true;
      this.pollFailures = 0;
      this.plan(0);
    }
  }

  stopPolling() {
    this.polling = false;
    clearTimeout(this.pollTimer);
  }

  plan(millis) {
    clearTimeout(this.pollTimer);
    this.pollTimer = setTimeout(() => this.poll(), millis);
  }

  async poll() {
    const reply = await request(
      'GET',
      '/live/frames/' + this.topic + '?epoch=' + encodeURIComponent(this.epoch) + '&seq=' + this.sequence
    );
    if (!this.polling) {
      return; // a socket came through meanwhile, and what it brought is newer
    }
    const refused = reply.status === 403 || reply.status === 404;
    const arrived = reply.status === 200 || reply.status === 204;
    if (arrived && this.pollFailures && !this.socket) {
      this.openIn(Math.random() * SERVER_BACK_MILLIS); // it was the server that was away, so a socket may get through again
    }
    this.pollFailures = arrived ? 0 : this.pollFailures + 1;
    this.tell(refused ? 'refused' : this.pollFailures ? 'offline' : 'polling');
    if (reply.status === 200) {
      this.show(reply.body);
    }
    const pause = POLL_MILLIS * (0.8 + Math.random() * 0.4);
    this.plan(this.pollFailures ? pause + backoffMillis(this.pollFailures, reply.retryAfterMillis) : pause);
  }

  tell(status) {
    if (status !== this.status) {
      this.status = status;
      this.onStatus(status);
    }
  }
}
