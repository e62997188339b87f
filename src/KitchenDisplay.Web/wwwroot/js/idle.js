// Tells the server when nobody has touched this page for so long.

let timer = 0;
let until = 0;
let after = 0;
let owner = null;

function look() {
  const left = until - Date.now();
  // By the clock and not by the timer: a tablet that has slept wakes up locked.
  if (left <= 0) owner?.invokeMethodAsync('Idle').catch(() => {});
  else timer = setTimeout(look, left);
}

function touch() {
  if (until > Date.now()) until = Date.now() + after;
}

export function watch(reference, milliseconds) {
  stop();
  [owner, after, until] = [reference, milliseconds, Date.now() + milliseconds];
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, touch, { capture: true });
  look();
}

export function stop() {
  clearTimeout(timer);
  owner = null;
  for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, touch, { capture: true });
}
