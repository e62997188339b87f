// The shape of a torn ticket: each part with a zigzag where the next one goes on. Pure: the text of a CSS path.

/** The parts of a place: how high each is, and whether it is torn above and below. */
export const shapesOf = (place, isGrid) => Array.from({ length: place.breaks.length + 1 }, (_, i) => {
  const isLast = i === place.breaks.length;
  return { height: isLast && !isGrid ? Math.min(place.content, place.room) : place.room, isTornAbove: i > 0, isTornBelow: !isLast || isCut(place) };
});

/** Whether something of it is out of sight: it has grown, and its neighbours stay until the hands are off. */
export const isCut = place => place.content > place.room + 1;

/**
 * @param parts from left to right, as shapesOf gives them
 * @param paper width of a part, pitch from one to the next, tooth (how deep), round (the corners)
 * @param inset how far inside: the border's width for what lies within the border
 */
export function outline(parts, paper, inset = 0) {
  // A slanted border is as thick as a straight one when it is shifted by more.
  const shift = inset * 1.4;
  return parts.map((part, i) => {
    const [left, right] = [i * paper.pitch, i * paper.pitch + paper.width];
    const above = part.isTornAbove ? zigzag(left, right, shift, 1, paper, inset) : rounded(left + inset, right - inset, inset, paper.round - inset, 1);
    const below = part.isTornBelow ? zigzag(right, left, part.height - shift, -1, paper, inset) : rounded(right - inset, left + inset, part.height - inset, paper.round - inset, -1);
    return `M${above}L${below}Z`;
  }).join('');
}

// The teeth stand where those of the outside stand: only the ends are cut.
function zigzag(from, to, y, inwards, { tooth }, inset) {
  const teeth = Math.max(1, Math.round(Math.abs(to - from) / tooth / 2));
  const step = (to - from) / teeth / 2;
  const cut = inset * Math.sign(step);
  const at = (x, depth) => `${px(x)} ${px(y + inwards * depth)}`;
  const inner = Array.from({ length: 2 * teeth - 1 }, (_, i) => at(from + (i + 1) * step, i % 2 ? 0 : tooth));
  const end = tooth * inset / Math.abs(step);
  return [at(from + cut, end), ...inner, at(to - cut, end)].join('L');
}

function rounded(from, to, y, round, inwards) {
  const along = Math.sign(to - from) * round;
  const corner = (x, endY) => `A${px(round)} ${px(round)} 0 0 1 ${px(x)} ${px(endY)}`;
  return `${px(from)} ${px(y + inwards * round)}${corner(from + along, y)}L${px(to - along)} ${px(y)}${corner(to, y + inwards * round)}`;
}

const px = number => Math.round(number * 10) / 10;
