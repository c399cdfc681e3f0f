// What the big screen and the phones of the audience draw alike, besides what seats draw as well.

import { element } from '../lib/dom.js';

/** A segment's rules in a line or two. */
export function termLines(part, text) {
  const terms = part.terms || {};
  const lost = terms.wrong ? text('terms-wrong', terms.wrong) : text('terms-nothing');
  const points = [
    part.questions > 0 && text('terms-questions', part.questions),
    (terms.values || []).length > 0 ? text('terms-values', terms.values.join(' / ')) : terms.right && text('terms-right', terms.right) + text('terms-comma') + lost,
  ];
  const seconds = [
    terms.set && text('terms-set', terms.set),
    !terms.set && terms.answer && text('terms-answer', terms.answer),
    !terms.set && !terms.answer && terms.think && text('terms-think', terms.think),
  ];
  return [points, seconds].map((line) => line.filter(Boolean).join(text('terms-dot'))).filter(Boolean);
}

/** What every team wrote, once it is turned over. */
export function slates(state, text) {
  const shown = state.slates || [];
  const signs = { right: '✓', partial: '◐', wrong: '✕', timeout: '◷', foul: '!' };
  return (
    shown.length > 0 &&
    element(
      'ul',
      { class: 'slates' },
      ...shown.map((slate) =>
        element(
          'li',
          { class: 'slate slate-' + (slate.verdict || 'open') },
          element('span', { class: 'slate-team' }, state.teams[slate.team].name),
          element('span', { class: slate.text ? 'slate-text' : 'slate-text slate-empty' }, slate.text || text('slate-empty')),
          slate.verdict && element('span', { class: 'slate-verdict' }, (signs[slate.verdict] || '') + ' ' + text('ruling-' + slate.verdict))
        )
      )
    )
  );
}
