// Commands to the match. Each names the version that was on the screen when the key was pressed.

const REASON_WANTED = ['finals.match.reason-missing', 'finals.match.judges-missing', 'finals.links-bad'];

/** What became of a command: {ok, code, text}; code is the refusal's, or 'lost' without the network. */
export class Commands {
  constructor(code, text) {
    this.code = code;
    this.text = text;
    this.version = -1;
    this.busy = false;
  }

  see(version) {
    this.version = Math.max(this.version, version);
  }

  async send(command) {
    if (this.busy || this.version < 0) {
      return { ok: false, code: 'busy', text: '' };
    }
    this.busy = true;
    try {
      return await this.post(command);
    } catch (lost) {
      return { ok: false, code: 'lost', text: this.text('link-lost') };
    } finally {
      this.busy = false;
    }
  }

  async post(command) {
    const reply = await fetch('/staff/finals/' + this.code + '/commands', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': '"' + this.version + '"' },
      body: JSON.stringify(command),
    });
    if (reply.ok) {
      this.see((await reply.json()).v);
      return { ok: true, code: '', text: '' };
    }
    if (reply.status === 401) {
      return { ok: false, code: 'signed-out', text: this.text('signed-out') };
    }
    const problem = await reply.json().catch(() => ({}));
    const code = problem.code || '';
    return { ok: false, code, text: code === 'finals.conflict' ? this.text('conflict') : problem.title || this.text('refused') };
  }
}

export function wantsReason(outcome) {
  return REASON_WANTED.includes(outcome.code);
}
