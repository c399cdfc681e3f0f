// Gold on the winners: it bursts in a quarter of a second and then lies still. None for who wants no motion.

const PIECES = 90;

export function confetti() {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    return null;
  }
  const box = document.createElement('div');
  box.className = 'confetti';
  box.setAttribute('aria-hidden', 'true');
  for (let i = 0; i < PIECES; i += 1) {
    const piece = document.createElement('i');
    piece.className = 'confetti-piece confetti-' + (i % 3);
    piece.style.left = spread(i, 0.7548777) + '%';
    piece.style.top = spread(i, 0.5698403) + '%';
    piece.style.setProperty('--turn', i * 47 + 'deg');
    box.append(piece);
  }
  return box;
}

/** Evenly strewn, and the same on every screen: the R2 sequence, whose steps are powers of the inverse plastic number. */
function spread(i, step) {
  return Math.round(((i * step) % 1) * 1000) / 10;
}
