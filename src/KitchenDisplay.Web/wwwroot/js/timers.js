// Times that move are rendered here, not on the server: a clock that ticks there would push a render per second to every screen.
//
//   data-since="ms"      the text is the time since then: 4:02, 1:04:02
//   data-promised="ms"   beside data-since: the text counts against that moment, → 12:04 before it and 0:32 after it
//   data-minutes-since="ms"  the text is the full minutes since then: 34
//   data-due="ms" data-late="ms"  data-time-state on the same element becomes "", "due" at the one moment and "late" at the other
//   data-new-until="ms"  data-is-new is on the same element until then
//   data-clock           the text is the time of day, in data-time-zone if given
//
// An element with data-since, data-minutes-since or data-clock must be empty in the markup: Blazor would stumble over a text of its own that is gone.

import { now } from './clock.js';

const selector = '[data-since], [data-minutes-since], [data-due], [data-new-until], [data-clock]';

function tick() {
  const time = now();
  for (const element of document.querySelectorAll(selector)) refresh(element, time);
  // Shortly after the server's next full second, so that all the walls of a kitchen turn together.
  setTimeout(tick, 1000 - (now() % 1000) + 5);
}

function refresh(element, time) {
  const { since, promised, minutesSince, due, late, newUntil, clock } = element.dataset;
  if (promised) write(element, time < Number(promised) ? `→ ${elapsed(time, Number(promised))}` : elapsed(Number(promised), time));
  else if (since) write(element, elapsed(Number(since), time));
  if (minutesSince) write(element, String(Math.max(0, Math.floor((time - Number(minutesSince)) / 60_000))));
  if (clock !== undefined) write(element, timeOfDay(time, element.dataset.timeZone));
  if (due) mark(element, 'timeState', time < Number(due) ? '' : time < Number(late) ? 'due' : 'late');
  if (newUntil) element.toggleAttribute('data-is-new', time < Number(newUntil));
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function mark(element, name, value) {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

/** From one moment to another, between the full seconds in which they lie: a text that turns at full seconds is then never off by a whole one. */
export function elapsed(from, to) {
  const seconds = Math.max(0, Math.floor(to / 1000) - Math.floor(from / 1000));
  const pad = n => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

const formats = new Map();

function timeOfDay(time, timeZone = document.documentElement.dataset.timeZone) {
  if (!formats.has(timeZone)) {
    formats.set(timeZone, new Intl.DateTimeFormat(document.documentElement.lang, {
      hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: timeZone || undefined,
    }));
  }
  return formats.get(timeZone).format(time);
}

// A card that Blazor has just put on the wall shows its time in the same frame, not up to a second later.
new MutationObserver(changes => {
  const time = now();
  for (const { target, addedNodes, type } of changes) {
    if (type === 'attributes') refresh(target, time);
    for (const node of addedNodes) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      if (node.matches(selector)) refresh(node, time);
      for (const element of node.querySelectorAll(selector)) refresh(element, time);
    }
  }
}).observe(document.body, {
  childList: true, subtree: true, attributes: true,
  attributeFilter: ['data-since', 'data-promised', 'data-minutes-since', 'data-due', 'data-late', 'data-new-until', 'data-clock', 'data-time-zone'],
});

tick();
