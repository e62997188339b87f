// The keys of the PIN pad, for fingers and for a keyboard. The sixth digit sends.

const form = document.querySelector('[data-pin]');
const box = form?.querySelector('input[name="Typed"]');
const dots = form ? [...form.querySelectorAll('.door-dots i')] : [];
let isSent = false;

function type(digits) {
  if (isSent) return;
  box.value = digits.replace(/\D/g, '').slice(0, dots.length);
  dots.forEach((dot, n) => dot.toggleAttribute('data-filled', n < box.value.length));
  if (box.value.length < dots.length) return;
  isSent = true;
  form.requestSubmit();
}

form?.addEventListener('click', event => {
  const key = event.target.closest('button');
  if (key?.dataset.digit) type(box.value + key.dataset.digit);
  else if (key && 'erase' in key.dataset) type(box.value.slice(0, -1));
});

addEventListener('keydown', event => {
  if (!form || event.target === box || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^\d$/.test(event.key)) type(box.value + event.key);
  else if (event.key === 'Backspace') type(box.value.slice(0, -1));
});

box?.addEventListener('input', () => type(box.value));
// Back from the next page by the browser's arrow: everything begins anew.
addEventListener('pageshow', () => form && (isSent = false, type('')));
box?.focus();
