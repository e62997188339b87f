// Whether somebody who stands before the screen can see an element that is within it: the observer of intersections does not know what lies on top.

const across = [0.06, 0.28, 0.5, 0.72, 0.94];
const down = [0.12, 0.5, 0.88];

/** False while the page is hidden, a banner says that the picture is old, or anything covers a part of the element. */
export function canBeSeen(element) {
  if (document.visibilityState !== 'visible' || !document.getElementById('connection').hidden || isVeiled()) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  return across.every(x => down.every(y => isOnTop(element, left + x * width, top + y * height)));
}

const isOnTop = (element, x, y) => element.contains(document.elementFromPoint(x, y));

// A sheet that darkens everything behind it: no touch finds its backdrop, and no cook reads through it.
function isVeiled() {
  return [...document.querySelectorAll(':popover-open, dialog:modal')].some(sheet => {
    const ground = getComputedStyle(sheet, '::backdrop').backgroundColor;
    return ground !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(ground);
  });
}
