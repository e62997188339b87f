// What the layout needs to know of the elements: one reading, before anything is written.

import { cellsOf } from './grid.js';

const leastColumn = 12.4; // in sizes of a dish's name

/** The page: its measures, those of a torn edge, and what it was measured from, as text. */
export function pageOf(container) {
  const style = getComputedStyle(container);
  const [width, height, gap, dish] = [container.clientWidth, container.clientHeight, parseFloat(style.columnGap), parseFloat(style.getPropertyValue('--dish'))];
  const { layout, cells } = container.dataset;
  const grid = layout === 'grid' ? cellsOf(cells, width, height, gap, dish) : null;
  const columns = Math.max(1, Math.floor((width + gap) / (leastColumn * dish + gap)));
  return {
    gap, height, columns, width: (width + gap) / columns - gap, cell: height, ...grid,
    isGrid: !!grid, isRefused: layout === 'grid' && !grid,
    edge: 6, tooth: Math.round(dish * 0.28), heading: Math.round(dish * 1.35), round: parseFloat(style.getPropertyValue('--round')),
    from: [container.dataset.cards, layout, cells, width, height, dish].join(),
  };
}

/** A card with its natural height, and with its blocks if that is too high for one part. */
export function sizeOf(element, page) {
  const isTorn = element.hasAttribute('data-torn');
  if (!isTorn && naturalHeight(element) <= page.cell) return { id: element.dataset.ticket, height: naturalHeight(element) };
  const blocks = blocksOf(element).map(block => ({
    height: block.getBoundingClientRect().height - (block.hasAttribute('data-continued') ? page.heading : 0),
    sticks: block.matches('.ticket-course'),
  }));
  return { id: element.dataset.ticket, height: blocks.reduce((sum, block) => sum + block.height, page.edge), blocks };
}

/** What a card can be torn between. */
export const blocksOf = element => [...element.children].flatMap(child => (child.matches('.ticket-rows') ? [...child.children] : child));

// In a cell it is as high as the cell, so the last child tells.
function naturalHeight(element) {
  const last = element.lastElementChild;
  return last ? last.offsetTop + last.offsetHeight + 2 * element.clientTop : element.offsetHeight;
}
