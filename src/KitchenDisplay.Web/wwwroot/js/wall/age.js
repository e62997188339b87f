// How old the picture is. Each beat carries when the node last read the database; once that is too long ago, connection.js says so across the screen.

import { now } from '../clock.js';

let read = now();
let fresh = true;

document.addEventListener('beat', event => {
  read = event.detail.read ?? read;
  fresh = true;
});

export function showAge() {
  const age = now() - read;
  const live = document.querySelector('[data-wall] [data-live]');
  // Once per beat and not four times a second: a number that flickers draws the eye. Without beats it grows.
  if (!live || !(fresh || age > 2000)) return;
  fresh = false;
  live.querySelector('[data-age]').textContent = live.dataset.words.replace('{age}', (Math.max(0, age) / 1000).toFixed(1));
}
