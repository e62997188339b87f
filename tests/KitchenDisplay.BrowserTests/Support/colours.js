// What colours a person sees on this page, as the browser has worked them out.

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

// Whatever way a colour is written, a canvas turns it into red, green, blue (0 to 255) and alpha (0 to 1).
function rgba(colour) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}

const over = ([r, g, b, a], ground) => [r, g, b].map((channel, i) => channel * a + ground[i] * (1 - a));

const stops = image => image === 'none' ? [] : (image.match(/(?:rgba?|color|oklab|oklch|hsla?)\([^()]*\)|transparent|#[0-9a-f]+/gi) ?? []).map(rgba);

/** Every colour that lies under an element: more than one under a gradient. */
function grounds(element) {
  const layers = [];
  for (let e = element; e; e = e.parentElement) {
    const style = getComputedStyle(e);
    const [ground, images] = [rgba(style.backgroundColor), stops(style.backgroundImage)];
    if (images.length > 0) layers.push(images);
    if (ground[3] > 0) layers.push([ground]);
    if (ground[3] === 1 || (images.length > 0 && images.every(([, , , a]) => a === 1))) break;
  }
  return layers.reverse().reduce((below, layer) => layer.flatMap(colour => below.map(ground => over(colour, ground))), [[255, 255, 255]]);
}

function luminance(colour) {
  const [r, g, b] = colour.map(channel => channel / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const opacity = element => element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;

window.colours = {
  /** The texts that have less contrast (WCAG 2) than this with any colour under them. */
  pale(least) {
    const found = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent.trim();
      const element = texts.currentNode.parentElement;
      if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.getBoundingClientRect().width <= 1) continue;
      seen++;
      const [r, g, b, a] = rgba(getComputedStyle(element).color);
      for (const ground of grounds(element)) {
        const ratio = contrast(over([r, g, b, a * opacity(element)], ground), ground);
        if (ratio < least) found.set(`${element.tagName.toLowerCase()}.${element.className} “${text.slice(0, 30)}”: ${ratio.toFixed(1)} : 1`, true);
      }
    }
    return seen === 0 ? ['There is no text on this page.'] : [...found.keys()];
  },

  /** A ticket's state as it stands there: its word, its sign, and the colours of its head. */
  state(ticket) {
    const head = document.querySelector(`[data-ticket='${ticket}'] .ticket-head`);
    const word = [...head.querySelectorAll('.ticket-states [data-state]')].find(state => state.checkVisibility());
    return { word: word.textContent.trim(), sign: word.querySelector('.sign')?.className ?? '', colours: grounds(head) };
  },
};
