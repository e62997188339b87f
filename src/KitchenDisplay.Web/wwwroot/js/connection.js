// A wall has nobody to press F5. This script starts Blazor, watches the server every second, says so when it is gone, and brings the page back when it returns.

import * as clock from './clock.js';

const pingEvery = 1000;
const patience = 2500;

const banner = document.getElementById('connection');
let lastAnswer = performance.now();
let lastRead = clock.now();
let lastPing = performance.now();
let lastLook = performance.now();
let stale = false;
let boot = null;
let mending = false;
let leaving = false;

async function ping() {
  const sent = lastPing = performance.now();
  try {
    const response = await fetch('/ping', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    const beat = await response.json();
    lastAnswer = performance.now();
    clock.learn(beat.now, sent, lastAnswer);
    lastRead = beat.read ?? lastRead;
    document.dispatchEvent(new CustomEvent('beat', { detail: beat }));
    boot ??= beat.boot;
    if (beat.boot !== boot) comeBack(); // another process answers: our circuit died with the old one
  } catch {
    // No answer. `watch` counts the seconds.
  }
}

function watch() {
  const look = performance.now();
  // A hidden tab or a sleeping tablet runs no timers. The silence was ours then, not the server's.
  if (look - lastLook > 1500) {
    lastAnswer = look;
    lastRead = clock.now();
    ping();
  }
  lastLook = look;
  if (look - lastAnswer > patience) goOffline();
  else if (clock.now() - lastRead > patience) goStale();
  else if (stale && !leaving) goFresh();
  if (stale && look - lastPing > 250) ping();
}

// The server answers and its database does not. The circuit lives and will show the new state by itself: nothing to reload.
function goStale() {
  if (stale || leaving) return;
  stale = true;
  show(since(lastRead, banner.dataset.silent));
}

function goFresh() {
  stale = false;
  banner.hidden = true;
  delete document.documentElement.dataset.connection;
}

// The socket broke, the server may still be there: a tablet that changed its access point. One try, then the long way.
async function onConnectionDown() {
  if (leaving) return;
  mending = true;
  try {
    if (await Blazor.reconnect()) mending = false;
    else comeBack(); // the server is there and does not know our circuit any more
  } catch {
    goOffline();
  }
}

// A component threw: Blazor gives the circuit up, calls no handler and tells nobody but this element. (So it does when mending fails.)
function watchForFailure() {
  const sign = document.getElementById('blazor-error-ui');
  new MutationObserver(() => mending || startAgain()).observe(sign, { attributes: true, attributeFilter: ['style'] });
}

function goOffline() {
  if (leaving) return;
  show(since(clock.now() - (performance.now() - lastAnswer), banner.dataset.offline));
  // A server that only hangs would find all the taps of the meantime in the socket and obey them.
  Blazor._internal?.forceCloseConnection?.();
  comeBack();
}

function since(milliseconds, words) {
  const time = new Date(milliseconds).toLocaleTimeString(document.documentElement.lang, {
    hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit',
    timeZone: document.documentElement.dataset.timeZone || undefined,
  });
  return words.replace('{time}', time);
}

function show(text) {
  banner.querySelector('p').textContent = text;
  banner.hidden = false;
  document.documentElement.dataset.connection = 'offline';
}

async function comeBack(wait = 0) {
  if (leaving) return;
  leaving = true;
  await pause(wait);
  while (!await isReady()) await pause(250 + 500 * Math.random()); // not all walls in the same moment
  location.reload();
}

// The server is well and this page is not. One that fails as soon as it is loaded must not hammer: each short life waits twice as long, up to 16 s.
function startAgain() {
  if (leaving) return;
  show(banner.dataset.failed);
  const failures = performance.now() < 20_000 ? Number(sessionStorage.getItem('failures')) + 1 : 1;
  sessionStorage.setItem('failures', failures);
  comeBack(Math.min(16_000, 250 * 2 ** failures));
}

async function isReady() {
  try {
    return (await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(2000) })).status === 200;
  } catch {
    return false;
  }
}

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// What is tapped now would be lost without a word: it is not taken at all, except where a script of ours keeps it in the browser.
for (const kind of ['click', 'change', 'submit', 'keydown']) {
  addEventListener(kind, event => {
    if (document.documentElement.dataset.connection !== 'offline' || event.target.closest?.('[data-works-offline]')) return;
    event.stopImmediatePropagation();
    if (kind !== 'keydown') event.preventDefault();
  }, { capture: true });
}

addEventListener('pageshow', event => event.persisted && location.reload()); // "back" shows a page whose circuit is gone
document.addEventListener('visibilitychange', () => document.hidden || ping());

watchForFailure();
ping();
setInterval(ping, pingEvery);
setInterval(watch, 100);
Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown, onConnectionUp() {} } } }).catch(startAgain);
