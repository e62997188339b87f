// New, changed, voided and late tickets are heard: each once, or until somebody has answered it.

import { state } from './awake.js';
import { isAudible, play, unlock } from './tones.js';

const usual = {
  new: { tone: 'bell', volume: 0.7, repeats: false },
  changed: { tone: 'double', volume: 0.8, repeats: true },
  voided: { tone: 'fall', volume: 0.8, repeats: true },
  late: { tone: 'alarm', volume: 0.6, repeats: false },
};
const repeatsEvery = 8000;

const sought = {
  new: '[data-ticket][data-is-new]',
  changed: '[data-ticket] .row[data-changed]:not([data-progress="void"])',
  voided: '[data-ticket] .row[data-progress="void"]',
  late: '[data-ticket][data-time-state="late"]:not([data-progress="ready"], [data-progress="waiting"])',
};

let heard = null;
let repeated = performance.now();

/** Listens for what has come since it was last asked. What stands there when the page opens is known already. */
export function listen() {
  const wall = document.querySelector('[data-wall]');
  if (!wall) return;
  const now = Object.fromEntries(Object.keys(sought).map(event => [event, new Set([...wall.querySelectorAll(sought[event])].map(name))]));
  const again = performance.now() - repeated > repeatsEvery;
  if (again) repeated = performance.now();
  const settings = { ...usual, ...JSON.parse(wall.dataset.sounds ?? '{}') };
  // One at a time, and the most urgent: two at once are a noise.
  const event = ['voided', 'changed', 'late', 'new'].find(e => heard && [...now[e]].some(n => !heard[e].has(n)))
    ?? ['voided', 'changed', 'late', 'new'].find(e => again && settings[e].repeats && now[e].size > 0);
  if (event) play(settings[event].tone, Number(settings[event].volume));
  heard = now;
  state.audible = isAudible();
  for (const button of wall.querySelectorAll('[data-muted]')) button.hidden = isAudible();
}

// A card that was fired again is new again, so its time belongs to its name.
const name = element => {
  const ticket = element.closest('[data-ticket]');
  return `${ticket.dataset.ticket} ${ticket.dataset.newUntil} ${element.dataset.lines ?? ''} ${element.dataset.version ?? ''}`;
};

for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => unlock().then(listen, () => {}), { capture: true });
unlock().catch(() => {});
