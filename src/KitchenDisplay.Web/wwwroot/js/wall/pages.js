// What does not fit stands in further columns to the right, which make pages. A strip says how many tickets wait there and since when.

import { now } from '../clock.js';
import { elapsed } from '../timers.js';

// Somebody looked at the other page and went back to the stove: the oldest tickets must be in sight again.
const returnsAfter = 30_000;

let page = 0;
let touched = 0;

export function layOut() {
  const columns = find('[data-columns]');
  const tickets = columns ? [...columns.querySelectorAll('[data-ticket]')] : [];
  const width = columns ? columns.clientWidth + parseFloat(getComputedStyle(columns).columnGap) : 1;
  const pageOf = element => Math.floor((element.offsetLeft + 1) / width);
  const pages = 1 + Math.max(0, ...tickets.map(pageOf));
  if (performance.now() - touched > returnsAfter) page = 0;
  page = Math.min(page, pages - 1);
  columns?.style.setProperty('transform', page ? `translateX(${-page * width}px)` : 'none');

  for (const element of document.querySelectorAll('[data-wall] [data-paged]')) element.hidden = pages < 2;
  write(find('[data-page-number]'), `${page + 1} / ${pages}`);
  tellOfOthers(tickets.filter(ticket => pageOf(ticket) !== page));
}

function tellOfOthers(tickets) {
  const strip = find('[data-overflow]');
  if (!strip) return;
  strip.hidden = tickets.length === 0;
  if (tickets.length === 0) return;
  const oldest = Math.min(...tickets.map(ticket => Number(ticket.querySelector('[data-since]')?.dataset.since ?? Infinity)));
  write(strip.querySelector('span'), strip.dataset.words.replace('{count}', tickets.length).replace('{age}', elapsed(now() - oldest)));
  strip.toggleAttribute('data-late', tickets.some(ticket => ticket.dataset.timeState === 'late' && ticket.dataset.progress !== 'ready'));
}

export function turnTo(wanted) {
  const pages = Number(find('[data-page-number]')?.textContent.split('/')[1] ?? 1);
  page = ((wanted(page, pages) % pages) + pages) % pages;
  touched = performance.now();
  layOut();
}

const turns = { next: p => p + 1, previous: p => p - 1 };

document.addEventListener('click', event => {
  const turn = event.target.closest?.('[data-wall] [data-page-turn]');
  if (turn) turnTo(turns[turn.dataset.pageTurn]);
});

for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => { touched = performance.now(); }, { capture: true });

// Tab may go to a ticket on another page: it comes into sight.
document.addEventListener('focusin', event => {
  const columns = find('[data-columns]');
  if (!columns?.contains(event.target) || !event.target.matches(':focus-visible')) return;
  const ticket = event.target.closest('[data-ticket]');
  turnTo(() => Math.floor((ticket.offsetLeft + 1) / (columns.clientWidth + parseFloat(getComputedStyle(columns).columnGap))));
});

const find = selector => document.querySelector(`[data-wall] ${selector}`);

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
