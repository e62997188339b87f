// The drafts of this browser: one per order, written to disk on each tap. A tablet that is dropped, killed or reloaded shows what was chosen, and what was on its way goes out again.

const name = 'kitchen-drafts';
const store = 'drafts';
const channel = new BroadcastChannel(name);
let opened;

// A database that is gone (the browser cleared its data) is opened anew the next time.
function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'order' });
    request.onsuccess = () => {
      request.result.onclose = request.result.onversionchange = () => { request.result.close(); opened = undefined; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

const answer = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// "complete" comes after the data is on disk: that is what durability "strict" promises and the default does not.
const written = transaction => new Promise((resolve, reject) => {
  transaction.oncomplete = resolve;
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});

/** The draft of an order as text, or null. */
export async function load(order) {
  const transaction = (await open()).transaction(store);
  return (await answer(transaction.objectStore(store).get(order)))?.draft ?? null;
}

/** The orders that have a draft. */
export async function orders() {
  return answer((await open()).transaction(store).objectStore(store).getAllKeys());
}

/**
 * Writes a draft (or with null removes it), but only over the one that the caller has last seen: another tab may have been quicker.
 * Tells whether it was written, and if not, what is there instead.
 */
export async function save(order, seen, stamp, draft) {
  const transaction = (await open()).transaction(store, 'readwrite', { durability: 'strict' });
  const done = written(transaction);
  const drafts = transaction.objectStore(store);
  const stored = await answer(drafts.get(order));
  if ((stored?.stamp ?? null) !== seen) {
    await done;
    return { saved: false, draft: stored?.draft ?? null };
  }
  if (draft === null) drafts.delete(order);
  else drafts.put({ order, stamp, draft });
  await done;
  channel.postMessage(order);
  return { saved: true };
}

/** Calls back when another tab has written this order's draft. */
export function watch(order, screen) {
  const listen = event => { if (event.data === order) screen.invokeMethodAsync('DraftChangedElsewhere'); };
  channel.addEventListener('message', listen);
  return { stop: () => channel.removeEventListener('message', listen) };
}
