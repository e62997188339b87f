// Cells of one size, from left to right and row by row. Pure, with the same places as columns.js.

import { partsOf } from './tear.js';

const shapes = { 4: [2, 2], 6: [3, 2], 8: [4, 2], 10: [5, 2], 12: [4, 3], 15: [5, 3] };
const leastWidth = 11; // of a cell, in sizes of a dish's name: below that the names are cut
const leastHeight = 6;

/** The cells of a page, or null if they would be too small for text of this size. */
export function cellsOf(count, width, height, gap, dish) {
  const [columns, rows] = shapes[count] ?? [0, 0];
  const cell = { columns, rows, width: (width + gap) / columns - gap, cell: (height + gap) / rows - gap };
  return columns && cell.width >= leastWidth * dish && cell.cell >= leastHeight * dish ? cell : null;
}

/** @param page columns, rows, height, cell (the height of one), gap, and for torn tickets edge, tooth and heading */
export function arrange(cards, page, held = []) {
  const byId = new Map(cards.map(card => [card.id, card]));
  const places = held.map(before => hold(before, byId.get(before.id), page));
  const known = new Set(places.map(place => place.id));
  const taken = new Set(places.flatMap(place => indexes(place, page)));
  let next = Math.max(0, ...places.map(place => after(place, page)));
  for (const card of cards) {
    if (known.has(card.id)) continue;
    const place = put(card, next, taken, page);
    for (const index of indexes(place, page)) taken.add(index);
    next = after(place, page);
    places.push(place);
  }
  return places;
}

// It keeps its cells: what does not fit any more waits below the edge until the hands are off.
function hold(before, card, page) {
  if (!card) return { ...before, isGap: true, breaks: [] };
  const { content, breaks } = partsOf(card, before.room, page, before.span);
  return { ...before, isGap: false, content, breaks };
}

function put(card, next, taken, page) {
  let parts = partsOf(card, page.cell, page);
  let room = page.cell;
  const size = page.columns * page.rows;
  // What a whole row cannot hold takes whole columns, from a new page on.
  if (parts.span > page.columns) {
    [parts, room] = [partsOf(card, page.height, page), page.height];
    while (next % size || taken.has(next)) next++;
  }
  const isFree = index => Array.from({ length: parts.span }, (_, i) => index + i).every(i => !taken.has(i));
  if (room === page.cell) while (next % page.columns + parts.span > page.columns || !isFree(next)) next++;

  const column = Math.floor(next / size) * page.columns + next % page.columns;
  const row = Math.floor(next % size / page.columns);
  return { id: card.id, column, ...parts, top: row * (page.cell + page.gap), height: room, room, cell: next % size + 1, isGap: false };
}

const indexAt = (column, row, page) => Math.floor(column / page.columns) * page.columns * page.rows + row * page.columns + column % page.columns;

function indexes(place, page) {
  const first = Math.round(place.top / (page.cell + page.gap));
  const rows = place.room > page.cell ? page.rows : 1;
  return Array.from({ length: rows * place.span }, (_, i) => indexAt(place.column + Math.floor(i / rows), first + i % rows, page));
}

// Beside whole columns there is still room on their last page.
function after(place, page) {
  const [first, ...others] = indexes(place, page);
  const size = page.columns * page.rows;
  return place.room > page.cell ? Math.floor(Math.max(first, ...others) / size) * size : Math.max(first, ...others) + 1;
}
