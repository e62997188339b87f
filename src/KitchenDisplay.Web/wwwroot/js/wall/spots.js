// When a card takes another's place, the second tap of a double tap would hit the wrong one.
// So a card that has come under the hand only just now is not touched by it.

const restsFor = 400;
const spots = new WeakMap();
let pressedAt = 0;

/** @param shift how many columns the pages are turned by */
export function noteSpots(cards, shift) {
  const time = performance.now();
  for (const { element, place } of cards) {
    const spot = [place.column - shift, place.top, place.content, ...place.breaks].map(Math.round).join();
    if (spots.get(element)?.spot !== spot) spots.set(element, { spot, since: time });
  }
}

/** Whether what was pressed at that time, on performance.now()'s clock, had only just come there. */
export function hasJustCome(element, time) {
  const ticket = element.closest?.('[data-wall] [data-ticket]');
  return !!ticket && time - (spots.get(ticket)?.since ?? time) < restsFor;
}

addEventListener('pointerdown', event => { pressedAt = event.timeStamp; }, { capture: true });

addEventListener('click', event => {
  const byPointer = event.detail > 0;
  if (!hasJustCome(event.target, byPointer ? pressedAt : event.timeStamp)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}, { capture: true });
