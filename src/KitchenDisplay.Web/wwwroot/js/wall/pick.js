// Which display this screen is: chosen once and remembered here, until another one is chosen. Whoever has chosen has touched the page, so it may sound.
// It listens before Blazor starts: a tile may be touched as soon as it is there.

import { unlock } from './tones.js';

document.addEventListener('click', event => {
  const tile = event.target.closest?.('.wall-pick a');
  if (!tile) return;
  document.cookie = `kd-display=${encodeURIComponent(new URL(tile.href).pathname)}; path=/; max-age=31536000; samesite=strict`;
  unlock();
});
