/** Keeps the line that is counted in view, without moving the page. */
export const bringIntoView = id => document.getElementById(id)?.scrollIntoView({ block: 'center' });

/** Enter empties the box at once: a key that follows begins the next number. */
export const own = box => box.form.addEventListener('submit', () => { box.value = ''; });

/** Says in the box what was said by touch. */
export const write = (box, text) => { box.value = text; };
