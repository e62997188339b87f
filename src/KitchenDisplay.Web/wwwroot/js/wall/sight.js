// What this screen can say for sure: which rows a cook can see (whole, uncovered, on a page that is visible), and how the screen itself is.
// The circuit calls `beat` every two seconds; the answer is the screen's report.

import { hearBeat } from '../freshness.js';
import { canBeSeen } from './cover.js';

const id = makeId();
const whole = new Set();
const known = new WeakSet();
let told = new Set();
let circuit = null;
let scope = null;
let reported = null;
let due = null;

const rows = () => document.querySelectorAll('[data-wall] [data-lines]');
const linesOf = row => row.dataset.lines.split(',').filter(line => line);

function report() {
  return {
    id,
    isVisible: document.visibilityState === 'visible',
    hasWakeLock: window.kitchenScreen?.wakeLock ?? null,
    isAudible: window.kitchenScreen?.audible ?? null,
    zoom: devicePixelRatio,
    usualZoom: usualZoom(),
    holds: null,
  };
}

// On another monitor it is another number, and nobody has zoomed.
function usualZoom() {
  const key = `wall-zoom-${screen.width}x${screen.height}`;
  if (!localStorage.getItem(key)) localStorage.setItem(key, devicePixelRatio);
  return Number(localStorage.getItem(key));
}

/** What the circuit has rendered: so many lines, which add up to this. When the page does not hold them, it says which it does. */
function beat(read, count, sum, newScope) {
  hearBeat(read);
  if (scope !== newScope) {
    scope = newScope;
    told = new Set();
    soon();
  }
  const held = new Set([...rows()].flatMap(linesOf));
  const sumOfHeld = [...held].reduce((all, line) => all ^ parseInt(line.slice(-8), 16), 0) >>> 0;
  const now = report();
  reported = JSON.stringify(now);
  return held.size === count && sumOfHeld === sum ? now : { ...now, holds: [...held] };
}

// Somebody hides the page, zooms, or the screen may sleep: the office hears of it before the next beat.
function reportNews() {
  const now = report();
  if (!circuit || !reported || JSON.stringify(now) === reported) return;
  reported = JSON.stringify(now);
  call('Changed', now).catch(() => { reported = ''; });
}

// A circuit that is gone throws at once instead of failing later.
const call = async (name, what) => circuit.invokeMethodAsync(name, what);

const observer = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio } of entries) {
    if (intersectionRatio >= 0.9) whole.add(target);
    else whole.delete(target);
  }
  soon();
}, { threshold: [0, 0.9, 1] });

// Not at once: what is put up must have been laid out and painted.
function soon(wait = 100) {
  due ??= setTimeout(look, wait);
}

function look() {
  due = null;
  for (const row of rows()) {
    if (known.has(row)) continue;
    known.add(row);
    observer.observe(row);
  }
  const seen = [];
  for (const row of whole) {
    if (!row.isConnected) whole.delete(row);
    else if (!told.has(keyOf(row))) seen.push(row);
  }
  if (seen.length === 0 || !circuit) return;
  tell(seen.filter(canBeSeen));
  if (seen.some(row => !told.has(keyOf(row)))) soon(250); // something covers them
}

const keyOf = row => `${row.dataset.lines}@${row.dataset.version}`;

function tell(seen) {
  if (seen.length === 0) return;
  if (told.size > 2000) told = new Set([...rows()].map(keyOf).filter(key => told.has(key)));
  const keys = seen.map(keyOf);
  for (const key of keys) told.add(key);
  call('Saw', seen.map(row => ({ lines: linesOf(row), version: Number(row.dataset.version) })))
    .catch(() => { for (const key of keys) told.delete(key); soon(1000); });
}

new MutationObserver(() => soon()).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-lines', 'data-version'] });
document.addEventListener('visibilitychange', () => { reportNews(); soon(); });
setInterval(reportNews, 250);

function makeId() {
  // crypto.randomUUID asks for https, which a kitchen's network need not have.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Date.now()) << 16n | 0x7000n | BigInt(bytes[7]));
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

window.kitchenSight = {
  open(wall) { circuit = wall; soon(); },
  beat,
  close() { circuit = null; scope = null; },
};
