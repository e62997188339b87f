// How old the picture is. A ping tells when the node last read the database, and so does each beat that comes through the circuit, which is what the picture came through.
// The older of both counts: a circuit may be dead while the pings are well.

import { now } from './clock.js';

export const tooOld = 4500;

let pinged = now();
let beaten = null;
let wallSince = null;
let wellSince = null;

/** A ping has told when the database was last read; null before the first read. */
export function hearPing(read) {
  pinged = read ?? pinged;
  wellSince = now() - pinged < tooOld ? wellSince ?? performance.now() : null;
}

/** The circuit has told of which moment the picture is. */
export function hearBeat(read) {
  beaten = read ?? beaten;
}

/** This device was asleep, and its clock stood still. */
export function hearOfSleep(milliseconds) {
  pinged -= milliseconds;
  if (beaten) beaten -= milliseconds;
}

/** The moment that the picture is of. Only a wall's circuit beats; the first beat comes right behind the first picture. */
export function moment() {
  if (!document.querySelector('[data-wall]')) {
    beaten = wallSince = null;
    return pinged;
  }
  wallSince ??= now();
  return Math.min(pinged, beaten ?? wallSince);
}

export const age = () => now() - moment();

/** The pings have been well for a while, and what comes through the circuit is old: this page's own circuit is at fault. One that never beat may only be slow to begin. */
export function isCircuitDead() {
  if (age() <= tooOld) return false;
  const wait = beaten ? 2500 : 15_000;
  return wallSince !== null && wellSince !== null && now() - pinged < tooOld && performance.now() - wellSince > wait && (beaten !== null || now() - wallSince > wait);
}
