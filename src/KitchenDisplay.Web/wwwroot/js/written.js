// What somebody writes is kept by their browser, letter by letter, in this tab: a lost connection, a reload or a wrong click loses none of it. The server hears each letter too, but not while it is away.

const read = form => Object.fromEntries([...form.querySelectorAll('[data-field]')].map(box => [box.dataset.field, box.value]));

/** What was kept under this name, as text, or null. */
export const load = name => sessionStorage.getItem(name);

/** Nobody wants it any more, or it is saved. */
export const forget = name => sessionStorage.removeItem(name);

/** Keeps what is typed into a form from now on; about says what it belongs to. */
export function watch(form, name, about) {
  const keep = () => {
    try {
      sessionStorage.setItem(name, JSON.stringify({ ...about, fields: read(form) }));
    } catch {
      // A full or forbidden store: what is typed lives in this page only.
    }
  };
  const save = event => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.addEventListener('keydown', save);
  const title = form.querySelector('[data-field="title"]');
  if (!title.value) title.focus();
  return {
    // What else the server knows of it, such as what lines are linked to.
    tell: more => { about = more; keep(); },
    // Why it was not saved, wherever the person is on the page.
    show: () => form.querySelector('[data-refused]')?.scrollIntoView({ block: 'nearest' }),
  };
}

/** True if the person says yes. */
export const ask = question => confirm(question);
