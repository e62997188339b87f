// Whether somebody who stands before the screen can see an element that is within it: the observer of intersections does not know what lies on top.

// Points that leave no band and hardly a patch of a row out: the lattice of Fibonacci's 34 and 21, a little within its edges.
const points = Array.from({ length: 34 }, (_, i) => [i, i * 21 % 34].map(n => 0.03 + 0.94 * (n + 0.5) / 34));

/** False while the page is hidden, a banner says that the picture is old, or something covers more than a tenth of the element. */
export function canBeSeen(element) {
  if (document.visibilityState !== 'visible' || !document.getElementById('connection').hidden || isVeiled()) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  return points.filter(([x, y]) => isOnTop(element, left + x * width, top + y * height)).length >= 0.9 * points.length;
}

const isOnTop = (element, x, y) => element.contains(document.elementFromPoint(x, y));

// A sheet that darkens everything behind it: no touch finds its backdrop, and no cook reads through it.
function isVeiled() {
  return [...document.querySelectorAll(':popover-open, dialog:modal')].some(sheet => {
    const ground = getComputedStyle(sheet, '::backdrop').backgroundColor;
    return ground !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(ground);
  });
}
