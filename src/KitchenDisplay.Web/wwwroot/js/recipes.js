// The search by keys alone: / to the box, arrows through the hits, Enter opens (a link does that by itself), Escape back to the box.

const box = () => document.querySelector('[data-find-box]');
const hits = () => [...document.querySelectorAll('[data-hit] a')];

/** Puts the search into the address, so that it can be sent to somebody and found again; what is typed stands in the history once, and not letter by letter. */
export const write = address => history.replaceState(history.state, '', address);

addEventListener('keydown', event => {
  if (!box() || event.ctrlKey || event.altKey || event.metaKey) return;
  const at = hits().indexOf(document.activeElement);
  const inBox = document.activeElement === box();
  if (event.key === '/' && !inBox && !event.target.closest('input, textarea')) box().select();
  else if (event.key === 'Escape' && at >= 0) box().select();
  else if (event.key === 'ArrowDown' && (inBox || at >= 0)) hits()[at + 1]?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (hits()[at - 1] ?? box()).focus();
  else return;
  event.preventDefault();
});
