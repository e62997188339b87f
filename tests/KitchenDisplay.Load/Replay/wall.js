// What a cook's hand and a stopwatch need of the page.
const touched = new Map(); // ticket: when

window.replay = {
  /** Where to touch next: the first ticket's allergy, then what has changed on it, then its head; not again within three seconds, the wall may have said why not. Null when no more than so many are open. */
  touch(most) {
    const cards = [...document.querySelectorAll('[data-wall] .wall-cards [data-ticket]')];
    for (const ticket of touched.keys()) if (!cards.some(card => card.dataset.ticket === ticket)) touched.delete(ticket);
    if (cards.length <= most) return null;
    const here = cards.find(card => { const { left, right } = card.getBoundingClientRect(); return left >= 0 && right <= innerWidth && !(performance.now() - touched.get(card.dataset.ticket) < 3000); });
    const target = here?.querySelector('.ticket-allergy[data-unconfirmed]')
      ?? here?.querySelector('.row:is([data-changed], [data-progress="void"]) button')
      ?? here?.querySelector('.ticket-head');
    if (!target) return null;
    if (target.matches('.ticket-head')) touched.set(here.dataset.ticket, performance.now());
    const box = target.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 40) };
  },

  /** What every card's timer says. */
  timers() {
    return [...document.querySelectorAll('[data-wall] .wall-cards [data-ticket]')].map(card => ({
      number: Number(card.dataset.ticket),
      text: card.querySelector('[data-since]').textContent,
      state: card.dataset.timeState ?? '',
    }));
  },
};
