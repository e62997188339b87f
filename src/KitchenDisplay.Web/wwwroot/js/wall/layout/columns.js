// Natural heights, packed from the top down and from left to right. Pure: sizes, the wanted order and the places held under the hand in, places out.
//
// A place: id, column (over all pages), span (columns), top, height (in its last column), room (how high a part can be), content (how high the last part is; with more
// than there is room for, the rest is out of sight), breaks (blocks that begin further parts), cell (its number on its page), isGap (the ticket has gone and its place stays).

import { partsOf } from './tear.js';

/**
 * @param cards in the wanted order: id, height and, when it is higher than a page, blocks
 * @param page columns, height, gap, and for torn tickets edge (both borders), tooth and heading
 * @param held the places that stay where they are; none when nobody's hands are near
 */
export function arrange(cards, page, held = []) {
  const places = hold(cards, page, held);
  const known = new Set(places.map(place => place.id));
  let last = places.reduce((a, b) => (a && isBefore(b, a) ? a : b), null);
  for (const card of cards) {
    if (known.has(card.id)) continue;
    last = follow(last, card, page);
    last.cell = 1 + places.reduce((most, place) => (pageOf(place, page) === pageOf(last, page) ? Math.max(most, place.cell) : most), 0);
    places.push(last);
  }
  return places;
}

const pageOf = (place, page) => Math.floor(place.column / page.columns);
const end = place => place.column + place.span - 1;
const isBefore = (a, b) => end(a) < end(b) || (end(a) === end(b) && a.top < b.top);

// What grows pushes what is below it in its column, and nothing else. A gap gives way first; what shrinks leaves room.
function hold(cards, page, held) {
  const byId = new Map(cards.map(card => [card.id, card]));
  const free = new Map();
  return [...held].sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(before => {
    const card = byId.get(before.id);
    const top = Math.max(before.top, free.get(end(before)) ?? 0);
    const place = card ? heldCard(before, top, card, page) : { ...before, isGap: true, top, height: Math.max(0, before.top + before.height - top), breaks: [] };
    free.set(end(before), top + (place.height > 0 ? place.height + page.gap : 0));
    return place;
  });
}

function heldCard(before, top, card, page) {
  const { span, content, breaks } = partsOf(card, page.height, page, before.span);
  // With fewer parts than it had, it ends in an earlier column.
  return { ...before, isGap: false, top, room: Math.max(0, page.height - top), content, breaks, height: span < before.span ? before.height : Math.max(content, before.height) };
}

function follow(last, card, page) {
  const parts = partsOf(card, page.height, page);
  const below = last ? last.top + last.height + page.gap : 0;
  const fits = !last || (parts.span === 1 && below + parts.content <= page.height);
  const top = fits ? below : 0;
  return { id: card.id, column: fits ? (last ? end(last) : 0) : end(last) + 1, top, height: parts.content, room: page.height - top, isGap: false, ...parts };
}
