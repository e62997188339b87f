// The screen stays on as long as a wall is shown. What this browser can and cannot do stands in window.kitchenScreen, for whoever reports it.

export const state = window.kitchenScreen = { audible: false, wakeLock: navigator.wakeLock ? false : null };

async function stayAwake() {
  if (!navigator.wakeLock || document.hidden || state.wakeLock) return;
  try {
    const lock = await navigator.wakeLock.request('screen');
    state.wakeLock = true;
    lock.addEventListener('release', () => { state.wakeLock = false; });
  } catch {
    // Refused, as for want of power. The next touch asks again.
  }
}

document.addEventListener('visibilitychange', stayAwake);
addEventListener('pointerdown', stayAwake, { capture: true });
stayAwake();
