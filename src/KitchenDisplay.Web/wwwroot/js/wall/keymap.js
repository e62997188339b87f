// A bump bar is a keyboard with single keys, and no two are alike: what each key does can be learned anew.

export const usual = {
  bump: 'Enter', ready: ' ', undo: 'Backspace', recall: 'r', find: '/', hold: 'h', fire: 'f', rush: 'u', wipe: 'w', stations: 's', out: 'e', recipe: 'i', clear: 'Escape',
  up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight',
  next: 'PageDown', previous: 'PageUp', first: 'Home', last: 'End',
  cell1: '1', cell2: '2', cell3: '3', cell4: '4', cell5: '5', cell6: '6', cell7: '7', cell8: '8', cell9: '9', cell0: '0',
};

let learned = null;
let keys = usual;
let byKey = {};

/** What the key means on this display; undefined if nothing. */
export function meaning(key) {
  learn();
  return byKey[key.toLowerCase()];
}

/** Writes on the buttons which key presses them. */
export function showKeys() {
  learn();
  for (const hint of document.querySelectorAll('[data-key-of]')) {
    const name = named(keys[hint.dataset.keyOf]);
    if (hint.textContent !== name) hint.textContent = name;
  }
}

function learn() {
  const json = document.querySelector('[data-wall]')?.dataset.keys ?? '{}';
  if (json === learned) return;
  learned = json;
  keys = { ...usual, ...JSON.parse(json) };
  byKey = Object.fromEntries(Object.entries(keys).map(([action, name]) => [name.toLowerCase(), action]));
}

/** A key as people call it. */
export const named = key => ({ ' ': '␣', Backspace: '⌫', Enter: '⏎', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' })[key] ?? (key.length === 1 ? key.toUpperCase() : key);
