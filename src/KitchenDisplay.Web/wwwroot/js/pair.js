// The screen that shows a code goes on by itself as soon as the code is approved, and shows another one when it is too old.

const shown = document.querySelector('[data-pairing]');

async function look() {
  try {
    const state = await (await fetch('/pair/state', { cache: 'no-store' })).text();
    if (state !== 'Waiting') return location.reload();
  } catch {
    // The server is away: the next look will tell.
  }
  setTimeout(look, 1000);
}

if (shown) setTimeout(look, 1000);
