// When a card is bumped, another one takes its place, and the second tap of a double tap would hit that one.
// So a card that has come under the hand only just now is not touched by it.

const restsFor = 400;
const places = new WeakMap();
let pressedAt = 0;

export function notePlaces() {
  const time = performance.now();
  for (const ticket of document.querySelectorAll('[data-wall] [data-ticket]')) {
    const { left, top, height } = ticket.getBoundingClientRect();
    const place = [left, top, height].map(Math.round).join();
    if (places.get(ticket)?.place !== place) places.set(ticket, { place, since: time });
  }
}

/** Whether what was pressed at that time, on performance.now()'s clock, had only just come there. */
export function hasJustCome(element, time) {
  const ticket = element.closest?.('[data-wall] [data-ticket]');
  return !!ticket && time - (places.get(ticket)?.since ?? time) < restsFor;
}

addEventListener('pointerdown', event => { pressedAt = event.timeStamp; }, { capture: true });

addEventListener('click', event => {
  const byPointer = event.detail > 0;
  if (!hasJustCome(event.target, byPointer ? pressedAt : event.timeStamp)) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}, { capture: true });

/** The ticket in a cell of this page. */
export const ticketAt = cell => document.querySelectorAll('[data-wall] [data-ticket]')[cell - 1];
