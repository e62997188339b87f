// What a wall does without asking the server: sizes, pages, the touch of a gloved hand, keys, and how old its data is.
// Every part looks the elements up when it needs them, so it does not matter when Blazor puts them there or takes them away.

import { now } from '../clock.js';
import { showAge } from './age.js';
import { showKeys } from './keymap.js';
import './keys.js';
import { layOut } from './pages.js';
import './awake.js';
import { listen } from './ears.js';
import './press.js';
import './wipe.js';
import { notePlaces } from './places.js';
import { setSize } from './size.js';

function look() {
  const clock = document.querySelector('[data-wall] [data-clock]');
  if (!clock) return; // another page, on the same circuit
  if (clock.dataset.timeZone) document.documentElement.dataset.timeZone = clock.dataset.timeZone;
  setSize();
  showKeys();
  layOut();
  notePlaces();
}

// Before the frame is painted and before the next touch is dealt with.
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
addEventListener('resize', look);
document.fonts.ready.then(look);

function tick() {
  showAge();
  listen();
  setTimeout(tick, 250 - (now() % 250));
}

look();
tick();
