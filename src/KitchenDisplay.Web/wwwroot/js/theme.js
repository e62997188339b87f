// Dark or light is a matter of the room, so the device remembers it: a cookie, which the next page is rendered with.

document.addEventListener('click', event => {
  const button = event.target.closest('[data-theme-switch]');
  if (!button) return;
  const theme = getComputedStyle(button).colorScheme === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  document.cookie = `kd-theme=${theme}; path=/; max-age=31536000; samesite=strict`;
});
