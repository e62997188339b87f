// A ticket that is too long becomes several columns wide, its rows flow through them, and its outline shows where it is torn.

import { isCut, outline, shapesOf } from './layout/outline.js';
import { blocksOf } from './layout/sizes.js';

export const isTorn = place => place.breaks.length > 0 || isCut(place);

export function tearApart(element, place, page) {
  if (isTorn(place)) tear(element, place, page);
  else if (element.hasAttribute('data-torn')) mend(element);
}

function tear(element, place, page) {
  const paper = { width: page.width, pitch: page.width + page.gap, tooth: page.tooth, round: page.round };
  const parts = shapesOf(place, page.isGrid);
  element.setAttribute('data-torn', '');
  element.style.setProperty('--parts', parts.length);
  element.style.setProperty('--outside', `path("${outline(parts, paper)}")`);
  element.style.setProperty('--inside', `path("${outline(parts, paper, page.edge / 2)}")`);
}

function mend(element) {
  element.removeAttribute('data-torn');
  for (const name of ['--parts', '--outside', '--inside']) element.style.removeProperty(name);
  for (const block of blocksOf(element)) block.removeAttribute('data-continued');
}

/** Says on the first row of each further part whose it is. Each time anew: Blazor may have put another row there. */
export function continueRows(element, place, words) {
  const label = words.replace('{number}', element.dataset.ticket).replace('{table}', element.querySelector('.ticket-table')?.textContent ?? '');
  blocksOf(element).forEach((block, i) => {
    if (!place.breaks.includes(i)) block.removeAttribute('data-continued');
    else if (block.dataset.continued !== label) block.dataset.continued = label;
  });
}
