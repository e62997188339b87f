/** Keeps the line that is counted in view, without moving the page. */
export const bringIntoView = id => document.getElementById(id)?.scrollIntoView({ block: 'center' });
