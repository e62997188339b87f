// Whether somebody's hands are on this screen. While they are, nothing may move under them.

export const quietAfter = 5000;

const waiting = [];
let busy = false;

export const areBusy = () => busy;

/** Calls back each time that nobody has touched the screen or a key for so long. */
export function whenUntouched(milliseconds, callback) {
  waiting.push({ milliseconds, callback, timer: 0 });
}

whenUntouched(quietAfter, () => { busy = false; });

function note() {
  busy = true;
  for (const wait of waiting) {
    clearTimeout(wait.timer);
    wait.timer = setTimeout(wait.callback, wait.milliseconds);
  }
}

for (const kind of ['pointerdown', 'pointerup', 'pointercancel', 'keydown']) addEventListener(kind, note, { capture: true });
