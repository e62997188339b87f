// What somebody writes is kept by their browser, letter by letter, in this tab: a lost connection, a reload or a wrong click loses none of it. The server hears each letter too, but not while it is away.

const read = form => Object.fromEntries([...form.querySelectorAll('[data-field]')].map(box => [box.dataset.field, box.value]));

/** What was kept under this name, as text, or null. */
export const load = name => sessionStorage.getItem(name);

/** Keeps what is typed into a form from now on; about says what it belongs to. */
export function watch(form, name, about) {
  let isOn = true;
  const keep = () => {
    if (!isOn) return;
    try {
      sessionStorage.setItem(name, JSON.stringify({ ...about, fields: read(form) }));
    } catch {
      // A full or forbidden store: what is typed lives in this page only.
    }
  };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  return {
    // What else the server knows of it, such as what lines are linked to.
    tell: more => { about = more; keep(); },
    forget: () => { sessionStorage.removeItem(name); },
    stop: () => { isOn = false; form.removeEventListener('input', keep); form.removeEventListener('change', keep); },
  };
}

export const ask = question => confirm(question);
