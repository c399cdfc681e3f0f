import { element, replaceChildren } from './dom.js';

/** A sheet that comes up from the lower edge; focus stays inside while it is open and returns afterwards. */
export class Sheet {
  constructor() {
    this.panel = element('div', { class: 'sheet-panel', role: 'dialog', 'aria-modal': 'true', tabindex: '-1' });
    this.root = element('div', { class: 'sheet', hidden: true }, this.panel);
    this.root.addEventListener('click', (event) => {
      if (event.target === this.root && this.dismissable) {
        this.close();
      }
    });
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    document.body.append(this.root);
  }

  open(label, children, dismissable = true) {
    if (this.root.hidden) {
      this.returnTo = document.activeElement;
    }
    this.dismissable = dismissable;
    this.panel.setAttribute('aria-label', label);
    replaceChildren(this.panel, ...children);
    this.root.hidden = false;
    document.body.classList.add('has-sheet');
    this.panel.focus();
  }

  close() {
    if (this.root.hidden) {
      return;
    }
    this.root.hidden = true;
    document.body.classList.remove('has-sheet');
    if (this.returnTo && this.returnTo.focus) {
      this.returnTo.focus();
    }
  }

  onKey(event) {
    if (event.key === 'Escape' && this.dismissable) {
      this.close();
    } else if (event.key === 'Tab') {
      this.keepInside(event);
    }
  }

  keepInside(event) {
    const stops = Array.from(this.panel.querySelectorAll('button:not([disabled]), a[href]'));
    const first = stops[0];
    const last = stops[stops.length - 1];
    const at = document.activeElement;
    if (!first) {
      event.preventDefault();
    } else if (event.shiftKey && (at === first || at === this.panel)) {
      event.preventDefault();
      last.focus();
    } else if (!event.shiftKey && at === last) {
      event.preventDefault();
      first.focus();
    }
  }
}
