// The filter's proposals are gone through and taken here, not on the server: its answer comes after the next letter, and would swallow it.

const begun = box => box.value.slice(box.value.lastIndexOf(' ') + 1).toLowerCase();

// Proposals for what was typed before are none, but for those that still fit.
const options = box => [...document.querySelectorAll('#item-proposals [role="option"]')]
  .filter(option => option.parentElement.dataset.of === box.value || (begun(box) && option.dataset.text.toLowerCase().startsWith(begun(box))));

function choose(box, option) {
  for (const other of document.querySelectorAll('#item-proposals [role="option"]')) other.ariaSelected = String(other === option);
  if (option) box.setAttribute('aria-activedescendant', option.id);
  else box.removeAttribute('aria-activedescendant');
}

function take(box, option) {
  box.value = box.value.slice(0, box.value.lastIndexOf(' ') + 1) + option.dataset.text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}

addEventListener('keydown', event => {
  const box = event.target;
  if (!box.matches?.('[data-items-box][aria-expanded="true"]')) return;
  const all = options(box);
  const at = all.findIndex(option => option.ariaSelected === 'true');
  if (event.key === 'ArrowDown' && all.length) choose(box, all[(at + 1) % all.length]);
  else if (event.key === 'ArrowUp' && all.length) choose(box, all[at <= 0 ? all.length - 1 : at - 1]);
  else if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0) take(box, all[at]);
  else return;
  event.preventDefault();
});

addEventListener('input', event => {
  if (event.target.matches?.('[data-items-box]')) choose(event.target, null);
});

addEventListener('click', event => {
  const option = event.target.closest?.('#item-proposals [role="option"]');
  if (option) take(document.querySelector('[data-items-box]'), option);
});
