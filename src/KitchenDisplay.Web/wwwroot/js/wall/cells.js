// The numbers on the cards, for those who choose by digits. A number stays with its ticket while somebody's hands are near.

import { isOnPage } from './pages.js';
import { laidOut } from './places.js';

/** The ticket's element that has this number on the page in sight; null if none has. */
export const ticketAt = cell => laidOut().cards.find(({ place }) => place.cell === cell && isOnPage(place))?.element ?? null;

/** The number of a ticket on the page where it begins; null if it has none. */
export const cellOf = ticket => laidOut().cards.find(({ element }) => element === ticket)?.place.cell ?? null;
