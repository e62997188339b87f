// How large the text has to be: the capitals of a dish subtend 16 minutes of arc from where the cook stands.
// The display knows its diagonal and its distance; the address may say otherwise, to try one out (?inch=24&metres=3).

const arc = 16 / 60 * Math.PI / 180;
const capHeight = 0.727; // of Inter, as a part of the font size

export function setSize() {
  const inch = asked('inch', 32);
  const metres = asked('metres', 2);
  const pixel = inch * 0.0254 / Math.hypot(screen.width, screen.height);
  const size = Math.round(metres * Math.tan(arc) / pixel / capHeight);
  const dish = `${Math.min(160, Math.max(18, size))}px`;
  if (document.documentElement.style.getPropertyValue('--dish') !== dish) document.documentElement.style.setProperty('--dish', dish);
}

const asked = (name, usual) => Number(new URLSearchParams(location.search).get(name) ?? document.querySelector('[data-wall]')?.dataset[name]) || usual;
