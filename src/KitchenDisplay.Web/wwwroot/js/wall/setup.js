// Learns keys by having them pressed, and lets sounds be tried.

import { named, usual } from './keymap.js';
import { play, unlock } from './tones.js';

let learning = null;

function show() {
  for (const kbd of document.querySelectorAll('[data-setup] [data-key-name], [data-setup] [data-learn] kbd')) {
    const action = kbd.closest('[data-learn]').dataset.learn;
    const text = kbd.closest('[data-learn]') === learning ? learning.dataset.words : named(kbd.dataset.keyName || usual[action]);
    if (kbd.textContent !== text) kbd.textContent = text;
  }
}

document.addEventListener('click', event => {
  const learn = event.target.closest?.('[data-setup] [data-learn]');
  if (learn) learning = learning === learn ? null : learn;
  const sound = event.target.closest?.('[data-setup] [data-try]');
  if (sound) unlock().then(() => play(sound.dataset.try, Number(sound.dataset.volume)));
  show();
});

// Before the page's own keys: whatever is pressed now is the answer.
addEventListener('keydown', event => {
  if (!learning) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = document.querySelector(`[data-learned="${learning.dataset.learn}"]`);
  learning = null;
  answer.value = event.key;
  answer.dispatchEvent(new Event('change', { bubbles: true }));
  show();
}, { capture: true });

new MutationObserver(show).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-key-name'] });
show();
