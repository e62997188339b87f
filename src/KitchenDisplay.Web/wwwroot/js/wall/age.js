// The head of the wall says how old the picture is; once that is too old, connection.js says so across the screen.

import { age } from '../freshness.js';

let fresh = true;

document.addEventListener('beat', () => { fresh = true; });

export function showAge() {
  const milliseconds = age();
  const live = document.querySelector('[data-wall] [data-live]');
  // Once per beat and not four times a second: a number that flickers draws the eye. Without beats it grows.
  if (!live || !(fresh || milliseconds > 3000)) return;
  fresh = false;
  live.querySelector('[data-age]').textContent = live.dataset.words.replace('{age}', (Math.max(0, milliseconds) / 1000).toFixed(1));
}
