// A wall has nobody to press F5. This script starts Blazor, watches the server every second, says so when it is gone, and brings the page back when it returns.

import * as clock from './clock.js';
import { age, hearOfSleep, hearPing, isCircuitDead, moment, tooOld } from './freshness.js';

const pingEvery = 1000;
const lookEvery = 100;
const patience = 2500;

const banner = document.getElementById('connection');
let lastAnswer = performance.now();
let lastPing = performance.now();
let lastLook = performance.now();
let lastDate = Date.now();
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
    hearPing(beat.read);
    document.dispatchEvent(new CustomEvent('beat', { detail: beat }));
    boot ??= beat.boot;
    if (beat.boot !== boot) comeBack('another process answers, and our circuit died with the old one');
  } catch {
    // No answer. `watch` counts the seconds.
  }
}

function watch() {
  const look = performance.now();
  const asleep = Date.now() - lastDate - (look - lastLook);
  if (asleep > 1500) hearOfSleep(asleep);
  // A hidden tab or a sleeping tablet runs no timers, and a busy one runs them late. The silence was ours then, not the server's; the picture is as old as it is.
  const late = look - lastLook - lookEvery;
  if (late > 1400) {
    lastAnswer = look;
    ping();
  } else if (late > lookEvery && !document.hidden) lastAnswer = Math.min(look, lastAnswer + late);
  lastLook = look;
  lastDate = Date.now();
  if (look - lastAnswer > patience) goOffline('no ping is answered', clock.now() - (look - lastAnswer));
  else if (isCircuitDead()) goOffline('the circuit is silent', moment());
  else if (age() > tooOld) goStale();
  else if (stale && !leaving) goFresh();
  if (stale && look - lastPing > 250) ping();
}

// The server answers and its database does not. The circuit lives and will show the new state by itself: nothing to reload.
function goStale() {
  if (stale || leaving) return;
  stale = true;
  show(since(moment(), banner.dataset.silent));
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
    else comeBack('the server does not know our circuit any more');
  } catch {
    goOffline('the circuit broke');
  }
}

// A component threw: Blazor gives the circuit up, calls no handler and tells nobody but this element. (So it does when mending fails.)
function watchForFailure() {
  const sign = document.getElementById('blazor-error-ui');
  new MutationObserver(() => mending || startAgain()).observe(sign, { attributes: true, attributeFilter: ['style'] });
}

function goOffline(why, last = clock.now()) {
  if (leaving) return;
  show(since(last, banner.dataset.offline));
  // A server that only hangs would find all the taps of the meantime in the socket and obey them.
  Blazor._internal?.forceCloseConnection?.();
  comeBack(why);
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

async function comeBack(why, wait = 0) {
  if (leaving) return;
  leaving = true;
  console.warn(`This page will be loaded anew: ${why}.`);
  await pause(wait);
  await ready();
  // Whoever was writing is not asked whether to leave: what is written is kept by the browser.
  addEventListener('beforeunload', event => event.stopImmediatePropagation(), { capture: true });
  location.reload();
}

// Asks again before the last question is answered: one that was lost in a dead network is repeated later and later, and would answer long after the network is back.
function ready() {
  const began = performance.now();
  return new Promise(resolve => {
    const ask = async () => {
      const isPatient = performance.now() - began < 15_000;
      setTimeout(ask, 250 + 500 * Math.random()); // not all walls in the same moment
      const [answers, opens] = await Promise.all([isReady(), isPatient ? mayOpen() : true]);
      if (answers && opens) resolve();
    };
    ask();
  });
}

// The server is well and this page is not. One that fails as soon as it is loaded must not hammer: each short life waits twice as long, up to 16 s.
function startAgain() {
  if (leaving) return;
  show(banner.dataset.failed);
  const failures = performance.now() < 20_000 ? Number(sessionStorage.getItem('failures')) + 1 : 1;
  sessionStorage.setItem('failures', failures);
  comeBack('a component failed', Math.min(16_000, 250 * 2 ** failures));
}

async function isReady() {
  try {
    return (await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(1500) })).status === 200;
  } catch {
    return false;
  }
}

// A circuit needs a web socket, and what lets requests through need not let that through: then this page, which still shows the tickets, is better than a new one that is empty.
function mayOpen() {
  return new Promise(resolve => {
    const socket = new WebSocket(new URL('_blazor', document.baseURI.replace(/^http/, 'ws')));
    const end = opened => { resolve(opened); socket.close(); };
    socket.onopen = () => end(true);
    socket.onerror = () => end(false);
    setTimeout(() => end(false), 1500);
  });
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
setInterval(watch, lookEvery);
Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown, onConnectionUp() {} } } }).catch(startAgain);
