// Everything by keys alone. A key that names a cell is bound to the ticket that stands there now, and never to the one that comes there later.

import { ticketAt } from './cells.js';
import { meaning } from './keymap.js';
import { turnTo } from './pages.js';

const secondDigit = 1200; // ms: cells from 10 on are 0 and then the last digit
let tensUntil = 0;
let last = 0;
let typed = null; // for the search, before its box is there

const wall = () => document.querySelector('[data-wall]');
const selected = () => document.activeElement?.closest('[data-ticket], [data-held]');
const all = () => [...document.querySelectorAll('[data-wall] :is([data-ticket], [data-held])')];
const head = ticket => ticket?.querySelector('.ticket-head') ?? ticket;

const unconfirmed = () => selected()?.querySelector('.ticket-allergy[data-unconfirmed]');

const actions = {
  bump: () => confirmed() && (selected()?.matches('[data-ticket]') ? head(selected()) : selected())?.click(),
  ready: () => confirmed() && (document.activeElement.closest('.row button') ?? selected()?.querySelector('.row:not([data-progress="ready"], [data-progress="waiting"]) button'))?.click(),
  hold: () => tell('hold'),
  fire: () => tell('fire'),
  rush: () => tell('rush'),
  recipe: () => tell('recipe'),
  clear: () => document.activeElement.blur(),
  left: () => step(-1),
  right: () => step(1),
  up: () => row(-1),
  down: () => row(1),
  next: () => turnTo(p => p + 1),
  previous: () => turnTo(p => p - 1),
  first: () => turnTo(() => 0),
  last: () => turnTo((_, pages) => pages - 1),
};

addEventListener('keydown', event => {
  if (!wall() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest?.('input, textarea, select')) {
    if (meaning(event.key) === 'clear' && event.key === 'Escape') document.querySelector('[data-sheet] [data-do="clear"]')?.click();
    return;
  }
  if (isSearched(event)) return;
  const action = meaning(event.key);
  // A row tells a key that rests on it from one that taps it: press.js does that.
  if (action === 'ready' && event.key === ' ' && event.target.closest?.('[data-press]')) return;
  // Enter and Space press whatever button has the focus, if it is not a ticket's.
  if (!action || ((event.key === 'Enter' || event.key === ' ') && document.activeElement.closest('button, a') && !selected())) return;
  event.preventDefault();
  event.stopPropagation();
  if (action.startsWith('cell')) choose(Number(action.slice(4)));
  else press(action);
}, { capture: true });

// The first press goes to the allergy, so that it is read, and the second one confirms it.
function confirmed() {
  const allergy = unconfirmed();
  if (!allergy) return true;
  if (document.activeElement === allergy) allergy.click();
  else allergy.focus();
  return false;
}

function press(action) {
  const sheet = document.querySelector('[data-sheet]');
  const button = (sheet ?? wall()).querySelector(`[data-do="${action}"]:not([hidden])`);
  if (!button) return sheet || actions[action]?.();
  button.click();
  if (action === 'find' && !sheet) awaitBox();
}

// Whoever searches types on at once: a letter must not be taken for a command because the box comes from the server.
function isSearched(event) {
  if (event.key.length !== 1 || document.activeElement.closest('[data-sheet] button')) return false;
  const box = document.querySelector('[data-find]');
  if (box) {
    box.focus(); // and the browser writes it there
    return true;
  }
  if (typed === null) return false;
  typed += event.key;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function awaitBox() {
  const began = performance.now();
  typed = '';
  const look = () => {
    const box = document.querySelector('[data-find]');
    if (!box && performance.now() - began < 2000) return requestAnimationFrame(look);
    if (box && typed) {
      box.value = typed + box.value; // the last letters may have found it already
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.focus();
    }
    typed = null;
  };
  look();
}

function choose(digit) {
  const tens = performance.now() < tensUntil;
  tensUntil = digit === 0 && !tens ? performance.now() + secondDigit : 0;
  if (tensUntil) return;
  const ticket = ticketAt(tens ? 10 + digit : digit);
  if (!ticket) return;
  head(ticket).focus();
  if (wall().hasAttribute('data-digit-bumps')) head(ticket).click();
}

// The card knows what may be held, fired or rushed.
function tell(what) {
  selected()?.dispatchEvent(new CustomEvent(`kitchen${what}`, { bubbles: true }));
}

function step(by) {
  const tickets = all();
  if (tickets.length === 0) return;
  const at = tickets.indexOf(selected());
  const next = at >= 0 ? at + by : by > 0 ? last : last - 1;
  head(tickets[(next + tickets.length) % tickets.length]).focus();
}

function row(by) {
  const buttons = [...(selected()?.querySelectorAll('button') ?? [])];
  if (buttons.length === 0) return step(0);
  buttons[(buttons.indexOf(document.activeElement.closest('button')) + by + buttons.length) % buttons.length].focus();
}

// Whoever works by keys goes on from where they were when a ticket goes. Nothing is chosen then: Enter must not bump its neighbour.
document.addEventListener('focusin', event => {
  const ticket = event.target.closest?.('[data-wall] [data-ticket]');
  if (ticket) last = all().indexOf(ticket);
});

// Another display was chosen: the list has done its work.
document.addEventListener('click', event => {
  if (event.target.closest?.('[data-wall] [popover] :is(a, button)')) event.target.closest('[popover]').hidePopover();
});
