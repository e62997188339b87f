// Puts the cards where the layout wants them. Blazor owns the elements: only style properties and attributes that it does not render are written.

import * as columns from './layout/columns.js';
import * as grid from './layout/grid.js';
import { areBusy } from './layout/hands.js';
import { pageOf, sizeOf } from './layout/sizes.js';
import { showGaps } from './gaps.js';
import { continueRows, isTorn, tearApart } from './torn.js';

let container = null;
let page = null;
let places = [];
let elements = new Map();
let written = new WeakMap();
let isOld = true;

/** The next layout starts anew, whosever hands are near: the screen itself has changed. */
export function startAnew() {
  isOld = true;
}

/** The page that all are measured by, and the tickets with their elements and places; none without cards. */
export const laidOut = () => ({ container, page, cards: places.filter(place => !place.isGap).map(place => ({ place, element: elements.get(place.id) })) });

export function layOut() {
  const here = document.querySelector('[data-wall] [data-cards]');
  const before = here === container ? page?.from : null;
  [container, page] = [here, here && pageOf(here)];
  elements = new Map([...here?.querySelectorAll('[data-ticket]') ?? []].map(element => [element.dataset.ticket, element]));
  const isAnew = isOld || page?.from !== before;
  isOld = false;
  if (!here) places = [];
  else arrange(isAnew);
}

function arrange(isAnew) {
  if (isAnew) prepare();
  const cards = [...elements.values()].map(element => sizeOf(element, page));
  const old = new Map(isAnew ? [] : places.map(place => [place.id, place]));
  places = (page.isGrid ? grid : columns).arrange(cards, page, isAnew || !areBusy() ? [] : places);
  for (const place of places) if (!place.isGap) put(elements.get(place.id), place, old.get(place.id));
  showGaps(places.filter(place => place.isGap && place.height > 0), page);
}

// The widths follow from the page, and the heights that are read next follow from the widths.
function prepare() {
  written = new WeakMap();
  container.toggleAttribute('data-layout-refused', page.isRefused);
  for (const [name, value] of [['--column', page.width], ['--heading', page.heading], ['--between', page.gap + page.edge]]) {
    container.style.setProperty(name, `${value}px`);
  }
}

function put(element, place, old) {
  if (isTorn(place)) continueRows(element, place, container.dataset.wordsContinued);
  const state = [place.column, place.top, place.room, place.content, place.cell, ...place.breaks].join();
  if (written.get(element) === state) return;
  written.set(element, state);
  tearApart(element, place, page);
  element.style.height = isTorn(place) || page.isGrid ? `${place.room}px` : '';
  const [to, from] = [positionOf(place), old && !old.isGap ? positionOf(old) : null];
  element.style.transform = to;
  if (from && from !== to) glide(element, from, to);
  element.dataset.cell = place.cell;
  element.style.setProperty('--cell', `"${keysFor(place.cell)}"`);
}

// What a bump bar presses for it: from the tenth on, 0 and the last digit.
const keysFor = cell => (cell < 10 ? cell : `0${cell - 10}`);

const positionOf = place => `translate(${round(place.column * (page.width + page.gap))}px, ${round(place.top)}px)`;
const round = number => Math.round(number * 100) / 100;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

function glide(element, from, to) {
  if (!calm.matches) element.animate([{ transform: from }, { transform: to }], { duration: 150, easing: 'ease-out' });
}
