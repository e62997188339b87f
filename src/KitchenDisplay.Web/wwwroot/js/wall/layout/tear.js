// Where a ticket that is too long is torn. Pure: sizes in, breaks out.

/**
 * @param blocks what stands one below the other: its height, and whether it sticks to what follows, as a heading does
 * @param room how high a part may be
 * @param heading how much of each further part the words "continued" take
 * @param most how many parts there may be; the last one takes what is left
 * @returns the parts: the number of their first block, and their height
 */
export function tear(blocks, room, heading, most = Infinity) {
  const parts = [{ first: 0, height: 0 }];
  for (let i = 0, next; i < blocks.length; i = next) {
    let height = blocks[i].height;
    for (next = i + 1; blocks[next - 1].sticks && next < blocks.length; next++) height += blocks[next].height;
    const part = parts.at(-1);
    if (i > part.first && part.height + height > room && parts.length < most) parts.push({ first: i, height: heading + height });
    else part.height += height;
  }
  return parts;
}

/** What a card needs: one part if it fits, else as many as it is torn into, and how high the content of the last one is. */
export function partsOf(card, room, page, most) {
  if (card.height <= room) return { span: 1, content: card.height, breaks: [] };
  const parts = tear(card.blocks, room - page.edge - page.tooth, page.heading, most);
  if (parts.length === 1) return { span: 1, content: card.height, breaks: [] };
  return { span: parts.length, content: parts.at(-1).height + page.edge, breaks: parts.slice(1).map(p => p.first) };
}
