// How large the text has to be: the capitals of a dish subtend 16 minutes of arc from where the cook stands.
// 32 inch at 2 m unless the address says otherwise (?inch=24&metres=3); the screen remembers.

const arc = 16 / 60 * Math.PI / 180;
const capHeight = 0.727; // of Inter, as a part of the font size

export function setSize() {
  const inch = remembered('inch', 32, 7, 120);
  const metres = remembered('metres', 2, 0.3, 10);
  const pixel = inch * 0.0254 / Math.hypot(screen.width, screen.height);
  const size = Math.round(metres * Math.tan(arc) / pixel / capHeight);
  document.documentElement.style.setProperty('--dish', `${Math.min(160, Math.max(18, size))}px`);
}

function remembered(name, usual, least, most) {
  const asked = new URLSearchParams(location.search).get(name);
  if (asked) localStorage.setItem(`wall-${name}`, asked);
  const value = Number(asked ?? localStorage.getItem(`wall-${name}`));
  return value >= least && value <= most ? value : usual;
}
