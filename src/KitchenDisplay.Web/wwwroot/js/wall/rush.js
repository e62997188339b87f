// A rush that comes while somebody's hands are near takes its place later, so that nothing moves under them. Until then a strip names it.

import { pageAt, turnToPlace } from './pages.js';
import { laidOut } from './places.js';

const soughtFor = 2000;

export function showRushes() {
  const strip = document.querySelector('[data-wall] [data-rush-strip]');
  if (!strip) return;
  const waiting = strays();
  strip.hidden = waiting.length === 0;
  waiting.forEach(({ element }, i) => {
    const button = strip.children[i] ?? strip.appendChild(makeButton());
    const words = strip.dataset.words.replace('{number}', element.dataset.ticket).replace('{table}', element.querySelector('.ticket-table')?.textContent ?? '');
    if (button.value === element.dataset.ticket && button.lastChild.textContent === words) return;
    button.value = element.dataset.ticket;
    button.lastChild.textContent = words;
  });
  while (strip.children.length > waiting.length) strip.lastChild.remove();
}

// Those that still stand behind a ticket that is none.
function strays() {
  const cards = laidOut().cards.sort(({ place: a }, { place: b }) => pageAt(a.column) - pageAt(b.column) || a.cell - b.cell);
  const first = cards.findIndex(({ element }) => !element.hasAttribute('data-rush'));
  return first < 0 ? [] : cards.slice(first).filter(({ element }) => element.hasAttribute('data-rush'));
}

function makeButton() {
  const button = document.createElement('button');
  const sign = document.createElement('i');
  [button.type, sign.className, sign.ariaHidden] = ['button', 'sign sign-rush', 'true'];
  button.append(sign, document.createElement('span'));
  return button;
}

document.addEventListener('click', event => {
  const number = event.target.closest?.('[data-wall] [data-rush-strip] button')?.value;
  const card = number && laidOut().cards.find(({ place }) => place.id === number);
  if (!card) return;
  turnToPlace(card.place);
  card.element.setAttribute('data-sought', '');
  setTimeout(() => card.element.removeAttribute('data-sought'), soughtFor);
});
