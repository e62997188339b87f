// What a wall does without asking the server: sizes, the places of the cards, pages, the touch of a gloved hand, keys, and how old its data is.
// Every part looks the elements up when it needs them, so it does not matter when Blazor puts them there or takes them away.

import { now } from '../clock.js';
import { showAge } from './age.js';
import './awake.js';
import { listen } from './ears.js';
import { showKeys } from './keymap.js';
import './keys.js';
import { quietAfter, whenUntouched } from './layout/hands.js';
import { showPage } from './pages.js';
import { layOut, startAnew } from './places.js';
import './press.js';
import { showRushes } from './rush.js';
import { setSize } from './size.js';
import './swipe.js';
import './wipe.js';

function look() {
  const clock = document.querySelector('[data-wall] [data-clock]');
  if (!clock) return; // another page, on the same circuit
  if (clock.dataset.timeZone) document.documentElement.dataset.timeZone = clock.dataset.timeZone;
  setSize();
  showKeys();
  layOut();
  showPage();
  showRushes();
  changes.takeRecords(); // our own
}

function lookAnew() {
  startAnew();
  look();
}

// Before the frame is painted and before the next touch is dealt with.
const changes = new MutationObserver(look);
changes.observe(document.body, {
  childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-cards', 'data-layout', 'data-cells', 'data-rush'],
});
whenUntouched(quietAfter, look);
addEventListener('resize', lookAnew);
document.addEventListener('visibilitychange', () => document.hidden || lookAnew());
document.fonts.ready.then(lookAnew);

function tick() {
  showAge();
  listen();
  setTimeout(tick, 250 - (now() % 250));
}

look();
tick();
