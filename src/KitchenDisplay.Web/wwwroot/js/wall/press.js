// A tap makes the next portion of a row ready, a finger or a key that rests on it for 600 ms all of them.

import { hasJustCome } from './spots.js';

const longAfter = 600;
const strayed = 16; // px: a finger that moves further was not meant for this row

let press = null;
let wasLong = false;

function begin(row, x, y, time) {
  end();
  wasLong = false;
  if (hasJustCome(row, time)) return;
  row.toggleAttribute('data-pressed', true);
  press = { row, x, y, timer: setTimeout(() => { wasLong = true; end(); row.dispatchEvent(new CustomEvent('longpress', { bubbles: true })); }, longAfter) };
}

function end() {
  clearTimeout(press?.timer);
  press?.row.removeAttribute('data-pressed');
  press = null;
}

addEventListener('pointerdown', event => {
  wasLong = false;
  const row = event.isPrimary && event.button === 0 && event.target.closest?.('[data-press]');
  if (row) begin(row, event.clientX, event.clientY, event.timeStamp);
});
addEventListener('pointermove', event => {
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > strayed) end();
});
for (const kind of ['pointerup', 'pointercancel', 'blur']) addEventListener(kind, end);

// The long press has done its work. The click that follows it would make one more ready, or close the sheet that it has opened under the finger.
addEventListener('click', event => {
  if (!wasLong || event.detail === 0) return; // 0: a key's click, and no finger's
  wasLong = false;
  event.stopImmediatePropagation();
}, { capture: true });

// Keys: on a button, Enter clicks at once and again and again while it rests, which would bump one ticket after the other.
addEventListener('keydown', event => {
  const button = (event.key === 'Enter' || event.key === ' ') && event.target.closest?.('[data-wall] button');
  if (!button) return;
  if (event.repeat) event.preventDefault();
  else if (button.matches('[data-press]')) {
    event.preventDefault();
    begin(button, 0, 0, event.timeStamp);
  }
});
addEventListener('keyup', event => {
  const row = (event.key === 'Enter' || event.key === ' ') && event.target.closest?.('[data-press]');
  if (!row) return;
  event.preventDefault();
  const isShort = press?.row === row;
  end();
  if (isShort) row.click();
});

// A finger that rests would open the browser's own menu.
addEventListener('contextmenu', event => event.target.closest?.('[data-wall]') && event.preventDefault());
