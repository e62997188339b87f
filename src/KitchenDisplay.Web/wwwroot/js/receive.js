// A keyboard scanner types into one field and ends with Enter. Here is what makes that safe: the field has the focus whenever nobody writes elsewhere, is emptied before the server has answered,
// and scans are sent one after the other in their order, again and again until they are heard.

const pendingAs = 'kd-scans';

// Keys within so many milliseconds of each other were typed by no hand.
const hand = 35;

/** What was kept under this name, as text, or null. */
export const load = name => sessionStorage.getItem(name);

/** What was scanned survives a reload of the page. */
export function keep(name, text) {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // A full or forbidden store: it lives in this page only.
  }
}

export const forget = name => sessionStorage.removeItem(name);

const numbered = () => [...crypto.getRandomValues(new Uint32Array(4))].map(n => n.toString(36)).join('-');

// FNC1 has no key: scanners send Ctrl+], F8 or a control character.
const isSeparator = event => (event.ctrlKey && (event.key === ']' || event.code === 'BracketRight')) || event.key === 'F8' || event.key === '\x1d';

const writes = element => element instanceof HTMLElement && element.matches('input:not([type="checkbox"], [type="radio"]), select, textarea');

/** Begins to listen; page hears each scan. */
export function listen(form, page) {
  const field = form.querySelector('[data-scan]');
  const pending = JSON.parse(load(pendingAs) ?? '[]');
  const ending = new AbortController();
  const on = (target, name, work, capture = false) => target.addEventListener(name, work, { signal: ending.signal, capture });
  const home = () => field.focus({ preventScroll: true });
  let isSending = false;
  let typed = '';
  let before = '';
  let last = 0;

  async function send() {
    if (isSending) return;
    isSending = true;
    while (pending.length > 0 && !ending.signal.aborted) {
      try {
        await page.invokeMethodAsync('ScannedAsync', pending[0].id, pending[0].text);
        pending.shift();
        keep(pendingAs, JSON.stringify(pending));
      } catch {
        await new Promise(done => setTimeout(done, 500));
      }
    }
    isSending = false;
  }

  function take(text) {
    if (!text.trim()) return;
    pending.push({ id: numbered(), text });
    keep(pendingAs, JSON.stringify(pending));
    send();
  }

  function insert(sign) {
    const [from, to] = [field.selectionStart, field.selectionEnd];
    field.setRangeText(sign, from, to, 'end');
  }

  // Somebody scans while another box has the focus: what the scanner typed goes where it belongs, and the box is as it was.
  function overhear(event) {
    const box = event.target;
    const now = event.timeStamp;
    if (event.key === 'Enter') {
      if (typed.length >= 6 && now - last < 4 * hand) {
        event.preventDefault();
        event.stopPropagation();
        box.value = before;
        box.dispatchEvent(new Event('input', { bubbles: true }));
        take(typed);
        home();
      } else if (!box.matches('textarea')) {
        event.preventDefault();
        home();
      }
      typed = '';
      return;
    }
    const sign = isSeparator(event) ? '\x1d' : event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key : null;
    if (sign === null) return;
    if (now - last > hand) [typed, before] = ['', box.value];
    typed += sign;
    last = now;
  }

  on(form, 'submit', event => {
    event.preventDefault();
    const text = field.value;
    field.value = '';
    take(text);
    home();
  });
  on(document, 'keydown', event => {
    const at = document.activeElement;
    if (at === field && isSeparator(event)) {
      event.preventDefault();
      insert('\x1d');
    } else if (at !== field && writes(at)) overhear(event);
    else if (at !== field && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) home();
  }, true);
  on(document, 'click', event => {
    if (!writes(event.target) && !event.target.closest('label, a, summary')) home();
  });
  // A navigation puts the focus on the heading, so that it is read out; nobody can do anything there.
  on(document, 'focusin', event => {
    if (!event.target.closest('a, button, input, select, textarea, summary')) home();
  });
  home();
  send();
  return { home, stop: () => ending.abort() };
}
