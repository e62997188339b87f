// The empty places of tickets that have gone while somebody's hands were near. Drawn in an element of our own, so that Blazor's list stays Blazor's.

/** @param gaps places without a ticket */
export function showGaps(gaps, page) {
  const frame = document.querySelector('[data-wall] [data-gaps]');
  const wanted = gaps.flatMap(place => Array.from({ length: place.span }, (_, i) => ({
    number: i === 0 ? String(place.cell) : '',
    left: (place.column + i) * (page.width + page.gap),
    top: place.top,
    height: i < place.span - 1 ? place.room : place.height,
  })));
  while (frame.children.length > wanted.length) frame.lastChild.remove();
  while (frame.children.length < wanted.length) frame.append(document.createElement('div'));
  wanted.forEach(({ number, left, top, height }, i) => {
    const gap = frame.children[i];
    if (gap.textContent !== number) gap.textContent = number;
    Object.assign(gap.style, { transform: `translate(${left}px, ${top}px)`, width: `${page.width}px`, height: `${height}px` });
  });
}
