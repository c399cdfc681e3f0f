// A scene of any length is shown whole: everything in it shrinks together until it fits.

const SMALLEST_PERCENT = 40;
const STEP_PERCENT = 4;

/** How many percent of its size it has now. */
export function fit(box) {
  const pieces = Array.from(box.children);
  for (let percent = 100; ; percent -= STEP_PERCENT) {
    pieces.forEach((piece) => {
      piece.style.zoom = percent / 100;
    });
    if (percent <= SMALLEST_PERCENT || fits(box, pieces)) {
      return percent;
    }
  }
}

/** Inside the padding: content that is centred overflows at the top as well, where no scroll height tells of it. */
function fits(box, pieces) {
  const style = getComputedStyle(box);
  const place = box.getBoundingClientRect();
  const top = place.top + parseFloat(style.paddingTop) - 1;
  const bottom = place.bottom - parseFloat(style.paddingBottom) + 1;
  return (
    box.scrollHeight <= box.clientHeight &&
    box.scrollWidth <= box.clientWidth &&
    pieces.every((piece) => {
      const here = piece.getBoundingClientRect();
      return isLaidOver(piece) || (here.top >= top && here.bottom <= bottom && piece.scrollWidth <= piece.clientWidth + 1);
    })
  );
}

/** Confetti covers everything. */
function isLaidOver(piece) {
  return getComputedStyle(piece).position === 'absolute';
}
