// A bump bar is a keyboard. Every button with data-key is pressed by that key.

import { turnTo } from './pages.js';

const pageKeys = {
  PageDown: p => p + 1,
  PageUp: p => p - 1,
  Home: () => 0,
  End: (_, pages) => pages - 1,
};

addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest?.('input, textarea, select')) return;
  if (!document.querySelector('[data-wall]')) return;
  const button = document.querySelector(`[data-wall] [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) button.click();
  else if (pageKeys[event.key]) turnTo(pageKeys[event.key]);
  else return;
  event.preventDefault();
});

// Whoever works by keys stays where they were when a ticket goes: on the one that takes its place.
let last = null;

document.addEventListener('focusin', event => {
  const ticket = event.target.closest?.('[data-wall] [data-ticket]');
  last = ticket && { element: event.target, place: tickets().indexOf(ticket) };
});

export function keepFocus() {
  if (!last || last.element.isConnected) return;
  const next = tickets().at(Math.min(last.place, tickets().length - 1));
  last = null;
  if (document.activeElement === document.body) next?.querySelector('button')?.focus();
}

const tickets = () => [...document.querySelectorAll('[data-wall] [data-ticket]')];

// Another station was chosen: the list has done its work.
document.addEventListener('click', event => {
  if (event.target.closest?.('[data-wall] [popover] a')) event.target.closest('[popover]').hidePopover();
});
