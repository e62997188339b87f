// Runs in every page before its own scripts and writes down what a person would see: when each ticket came and went, and whether one ever stood there twice.

window.witness = { came: {}, went: {}, twice: [] };

const tickets = () => [...document.querySelectorAll('[data-ticket]')];

new MutationObserver(() => {
  const here = tickets().map(card => card.dataset.ticket);
  const { came, went, twice } = window.witness;
  for (const ticket of here) {
    if (went[ticket] || !came[ticket]) came[ticket] = Date.now();
    delete went[ticket];
    if (here.indexOf(ticket) !== here.lastIndexOf(ticket) && !twice.includes(ticket)) twice.push(ticket);
  }
  for (const ticket of Object.keys(came)) if (!here.includes(ticket)) went[ticket] ??= Date.now();
}).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ticket'] });

/** When an element that matches holds the text, as the time of this moment. */
window.witness.reads = ([selector, text]) => new Promise(resolve => {
  const look = () => {
    if (![...document.querySelectorAll(selector)].some(element => element.textContent.includes(text))) return false;
    resolve(Date.now());
    observer.disconnect();
    return true;
  };
  const observer = new MutationObserver(look);
  if (!look()) observer.observe(document, { childList: true, subtree: true, characterData: true });
});

/** Resolves when a ticket has stood still for longer than a wall needs to take a touch for meant. */
window.witness.rests = number => new Promise(resolve => {
  let place, since;
  const look = time => {
    const { left, top, height } = document.querySelector(`[data-ticket="${number}"]`)?.getBoundingClientRect() ?? {};
    const now = [left, top, height].map(Math.round).join();
    if (now !== place) [place, since] = [now, time];
    if (left !== undefined && time - since > 450) resolve();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

// When the banner over the tickets came and went, over reloads of the page as well.
let banner = false;

const lookAtBanner = () => {
  const shown = document.getElementById('connection')?.hidden === false;
  if (shown === banner) return;
  banner = shown;
  sessionStorage.setItem('banner', `${sessionStorage.getItem('banner') ?? ''}${shown ? '+' : '-'}${Date.now()}`);
};

new MutationObserver(lookAtBanner).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });

/** Whether the banner has stood since then, and since when; 0 if not. */
window.witness.warnedSince = since => {
  const [, came] = (sessionStorage.getItem('banner') ?? '').match(/\+([0-9]+)$/) ?? [];
  return came && Number(came) >= since ? Number(came) : 0;
};
