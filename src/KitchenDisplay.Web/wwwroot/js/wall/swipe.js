// A finger that wipes to the side turns the page.

import { turnTo } from './pages.js';

const least = 80; // px
const within = 800; // ms: slower is a finger that rests and strays

let start = null;
let hasTurned = false;

addEventListener('pointerdown', event => {
  hasTurned = false;
  start = event.isPrimary && event.target.closest?.('[data-wall] [data-pages]') ? event : null;
});
addEventListener('pointercancel', () => { start = null; });
addEventListener('pointerup', event => {
  if (!start || event.pointerId !== start.pointerId) return;
  const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
  hasTurned = Math.abs(x) > least && Math.abs(x) > 2 * Math.abs(y) && event.timeStamp - start.timeStamp < within;
  start = null;
  if (hasTurned) turnTo(p => p - Math.sign(x));
});

// A mouse, unlike a finger, clicks where it is let go.
addEventListener('click', event => {
  if (hasTurned && event.detail > 0) event.stopImmediatePropagation();
  hasTurned = false;
}, { capture: true });
