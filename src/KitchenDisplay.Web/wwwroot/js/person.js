/** Remembers on this device who works with it. */
export function remember(person) {
  document.cookie = `kd-person=${person}; path=/; max-age=31536000; samesite=strict`;
}
