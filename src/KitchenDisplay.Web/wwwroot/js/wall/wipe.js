// Somebody wipes the screen: touches are ignored for 20 s, and the screen counts them down.

const lasts = 20_000;
let until = 0;

function begin() {
  until = performance.now() + lasts;
  tick();
}

function tick() {
  const button = document.querySelector('[data-wall] [data-wipe]');
  const left = Math.ceil((until - performance.now()) / 1000);
  document.documentElement.toggleAttribute('data-wiping', left > 0);
  if (left > 0) {
    button?.style.setProperty('--left', `"${left}"`);
    setTimeout(tick, 200);
  }
}

addEventListener('click', event => {
  if (event.target.closest?.('[data-wall] [data-wipe]') && performance.now() >= until) begin();
});

// Before everybody else hears of it. Keys go on working: nobody wipes a bump bar with the cloth for the screen.
for (const kind of ['pointerdown', 'pointerup', 'click', 'touchstart', 'contextmenu']) {
  addEventListener(kind, event => {
    if (performance.now() >= until || (kind === 'click' && event.detail === 0)) return;
    event.stopImmediatePropagation();
    if (event.cancelable) event.preventDefault();
  }, { capture: true, passive: false });
}
