// A wall that shows the past must say so. Each beat carries when the node last read the database.

import { now } from '../clock.js';

const staleAfter = 4500;
const began = now();

let read = null;
let fresh = true;

document.addEventListener('beat', event => {
  read = event.detail.read;
  fresh = true;
});

export function showAge() {
  const age = now() - (read ?? began);
  const isStale = age > staleAfter;
  document.documentElement.toggleAttribute('data-stale', isStale);

  const banner = document.querySelector('[data-stale-banner]');
  if (banner) {
    if (isStale && banner.hidden) banner.textContent = banner.dataset.words.replace('{time}', read ? timeOfDay(read) : '—');
    banner.hidden = !isStale;
  }

  // Once per beat and not four times a second: a number that flickers draws the eye. Without beats it grows.
  const live = document.querySelector('[data-live]');
  if (!live || !(fresh || age > 2000)) return;
  fresh = false;
  live.toggleAttribute('data-is-stale', isStale);
  live.querySelector('[data-age]').textContent = live.dataset[isStale ? 'wordsStale' : 'wordsLive'].replace('{age}', (Math.max(0, age) / 1000).toFixed(1));
}

function timeOfDay(time) {
  return new Date(time).toLocaleTimeString(document.documentElement.lang, {
    hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit',
    timeZone: document.documentElement.dataset.timeZone || undefined,
  });
}
