// What does not fit stands on further pages to the right. A strip says how many tickets wait there and since when.

import { now } from '../clock.js';
import { elapsed } from '../timers.js';
import { whenUntouched } from './layout/hands.js';
import { laidOut } from './places.js';
import { noteSpots } from './spots.js';

// Somebody looked at the other page and went back to the stove: the oldest tickets must be in sight again.
const returnsAfter = 30_000;

let current = 0;

export function showPage() {
  const { container, page, cards } = laidOut();
  const pages = 1 + Math.max(0, ...cards.map(({ place }) => pageAt(place.column + place.span - 1)));
  current = Math.min(current, pages - 1);
  const shift = current ? `translateX(${-current * page.columns * (page.width + page.gap)}px)` : 'none';
  for (const layer of [container, find('[data-gaps]')]) if (layer && layer.style.transform !== shift) layer.style.transform = shift;

  for (const element of document.querySelectorAll('[data-wall] [data-paged]')) element.hidden = pages < 2;
  write(find('[data-page-number]'), `${current + 1} / ${pages}`);
  tellOfOthers(cards.filter(({ place }) => !isInSight(place)).map(({ element }) => element));
  noteSpots(cards, current * (page?.columns ?? 1));
}

export const pageAt = column => Math.floor(column / laidOut().page.columns);

// What a grown neighbour has pushed over the edge waits as well.
function isInSight(place) {
  return pageAt(place.column) <= current && current <= pageAt(place.column + place.span - 1) && place.room > laidOut().page.heading;
}

function tellOfOthers(tickets) {
  const strip = find('[data-overflow]');
  if (!strip) return;
  strip.hidden = tickets.length === 0;
  if (tickets.length === 0) return;
  const oldest = Math.min(...tickets.map(ticket => Number(ticket.querySelector('[data-since]')?.dataset.since ?? Infinity)));
  write(strip.querySelector('span'), strip.dataset.words.replace('{count}', tickets.length).replace('{age}', elapsed(oldest, now())));
  strip.toggleAttribute('data-late', tickets.some(ticket => ticket.dataset.timeState === 'late' && ticket.dataset.progress !== 'ready'));
}

/** @param wanted from the page and the number of pages to the page; it goes round */
export function turnTo(wanted) {
  const pages = Number(find('[data-page-number]')?.textContent.split('/')[1] ?? 1);
  current = ((wanted(current, pages) % pages) + pages) % pages;
  showPage();
}

export const isOnPage = place => pageAt(place.column) === current;

/** Turns to where a ticket begins. */
export const turnToPlace = place => turnTo(() => pageAt(place.column));

whenUntouched(returnsAfter, () => turnTo(() => 0));

const turns = { next: p => p + 1, previous: p => p - 1 };

document.addEventListener('click', event => {
  const turn = event.target.closest?.('[data-wall] [data-page-turn]');
  if (turn) turnTo(turns[turn.dataset.pageTurn]);
});

// Tab may go to a ticket on another page, or to a row of a long one that goes on there: it comes into sight.
document.addEventListener('focusin', event => {
  const { container, page } = laidOut();
  if (!container?.contains(event.target) || !event.target.matches(':focus-visible')) return;
  const left = event.target.getBoundingClientRect().left - container.getBoundingClientRect().left;
  turnTo(() => pageAt(Math.floor((left + 1) / (page.width + page.gap))));
});

const find = selector => document.querySelector(`[data-wall] ${selector}`);

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
