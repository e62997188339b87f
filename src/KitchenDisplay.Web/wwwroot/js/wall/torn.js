// A ticket that is too long becomes several columns wide, its rows flow through them, and its outline shows where it is torn.

import { isCut, outline, shapesOf } from './layout/outline.js';
import { blocksOf } from './layout/sizes.js';

export const isTorn = place => place.breaks.length > 0 || isCut(place);

export function tearApart(element, place, page, words) {
  if (isTorn(place)) tear(element, place, page, words);
  else if (element.hasAttribute('data-torn')) mend(element);
}

function tear(element, place, page, words) {
  const paper = { width: page.width, pitch: page.width + page.gap, tooth: page.tooth, round: page.round };
  const parts = shapesOf(place, page.isGrid);
  const label = words.replace('{number}', element.dataset.ticket).replace('{table}', element.querySelector('.ticket-table')?.textContent ?? '');
  element.setAttribute('data-torn', '');
  for (const [name, value] of [['--parts', parts.length], ['--outside', `path("${outline(parts, paper)}")`], ['--inside', `path("${outline(parts, paper, page.edge / 2)}")`]]) {
    if (element.style.getPropertyValue(name) !== String(value)) element.style.setProperty(name, value);
  }
  blocksOf(element).forEach((block, i) => mark(block, place.breaks.includes(i) ? label : null));
}

function mend(element) {
  element.removeAttribute('data-torn');
  for (const name of ['--parts', '--outside', '--inside']) element.style.removeProperty(name);
  for (const block of blocksOf(element)) mark(block, null);
}

function mark(block, label) {
  if (label === null) block.removeAttribute('data-continued');
  else if (block.dataset.continued !== label) block.dataset.continued = label;
}
