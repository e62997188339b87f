// Plays the two layouts with made-up services, many of them, and writes down each rule that they break.

async ({ layout, seed, rounds }) => {
  const { arrange } = await import(`/js/wall/layout/${layout}.js`);
  const random = generator(seed);
  const upTo = n => Math.floor(random() * n);
  const faults = [];

  for (let round = 0; round < rounds && faults.length === 0; round++) {
    const page = { columns: 2 + upTo(4), rows: 2 + upTo(2), height: 800 + upTo(300), gap: 12, edge: 6, tooth: 10, heading: 47, width: 400 };
    page.cell = layout === 'grid' ? (page.height + page.gap) / page.rows - page.gap : page.height;
    let next = 1;
    const make = () => grow({ id: `${next++}`, blocks: [{ height: 70 }] }, 1 + (upTo(12) ? upTo(6) : upTo(120)));
    let cards = Array.from({ length: upTo(40) }, make);
    let places = arrange(cards, page);
    check('fresh', cards, places, page, round);
    inOrder(cards, places, page, round);

    for (let step = 0; step < 8; step++) {
      const before = places;
      const grown = new Set();
      cards = cards.filter(() => upTo(6)); // some are bumped
      cards = cards.map(card => {
        if (upTo(8)) return card;
        grown.add(card.id);
        return grow({ id: card.id, blocks: [...card.blocks] }, 1 + upTo(3));
      });
      for (let n = upTo(4); n > 0; n--) cards.splice(upTo(cards.length + 1), 0, make()); // and some come, wherever the server wants them
      if (!upTo(4)) {
        const back = before.find(place => !cards.some(card => card.id === place.id)); // recalled
        if (back) {
          cards.unshift(grow({ id: back.id, blocks: [{ height: 70 }] }, 1));
          grown.add(back.id);
        }
      }
      places = arrange(cards, page, before);
      check('held', cards, places, page, round);
      held(before, cards, places, grown, page, round);
    }
    places = arrange(cards, page);
    check('quiet', cards, places, page, round);
    inOrder(cards, places, page, round);
  }
  return faults;

  function grow(card, rows) {
    for (let i = 0; i < rows; i++) card.blocks.push(upTo(20) ? { height: 60 + upTo(50) } : { height: 30, sticks: true });
    card.height = card.blocks.reduce((sum, block) => sum + block.height, 6);
    return card;
  }

  function fault(what, round, ...more) {
    faults.push(`${layout}, seed ${seed}, round ${round}: ${what} ${JSON.stringify(more)}`);
  }

  // The rectangles that a place covers, a gap as well.
  function boxes(place) {
    return Array.from({ length: place.span }, (_, i) => ({
      id: place.id, column: place.column + i, top: place.top, bottom: place.top + (i < place.span - 1 ? place.room : place.height),
    }));
  }

  function check(when, cards, places, page, round) {
    const shown = places.filter(place => !place.isGap).map(place => place.id).sort();
    const wanted = cards.map(card => card.id).sort();
    if (shown.join() !== wanted.join()) fault(`${when}: each card has one place`, round, shown, wanted);
    if (when !== 'held' && places.some(place => place.isGap)) fault(`${when}: no gap`, round);

    const byColumn = Map.groupBy(places.flatMap(boxes).filter(box => box.bottom > box.top), box => box.column);
    for (const column of byColumn.values()) {
      column.sort((a, b) => a.top - b.top);
      for (let i = 1; i < column.length; i++) if (column[i].top < column[i - 1].bottom - 0.5) fault(`${when}: no overlap`, round, column[i - 1], column[i]);
    }
    const cells = places.map(place => `${Math.floor(place.column / page.columns)}/${place.cell}`);
    if (new Set(cells).size !== cells.length || cells.some(cell => !(Number(cell.split('/')[1]) >= 1))) fault(`${when}: each has a number of its own on its page`, round, cells);
    for (const place of places.filter(p => !p.isGap)) {
      const { blocks } = cards.find(card => card.id === place.id);
      const rising = [0, ...place.breaks, blocks.length];
      if (rising.some((first, i) => i > 0 && first <= rising[i - 1])) fault(`${when}: every part has something`, round, place, blocks.length);
      if (place.breaks.length >= place.span) fault(`${when}: a part for each column`, round, place);
      if (layout === 'grid' && place.room === page.cell && place.column % page.columns + place.span > page.columns) fault(`${when}: what fits into a row stays in its row`, round, place);
      if (place.breaks.some(first => blocks[first - 1].sticks)) fault(`${when}: a heading stays with what it heads`, round, place);
      const parts = rising.slice(1).map((last, i) => blocks.slice(rising[i], last).reduce((sum, b) => sum + b.height, page.edge + (i ? page.heading : 0)));
      if (parts.slice(0, when === 'held' ? -1 : undefined).some(height => height > place.room + 0.5)) fault(`${when}: a part fits`, round, place, parts);
      if (when !== 'held' && place.top + place.room > page.height + 0.5) fault(`${when}: nothing is below the edge`, round, place);
    }
  }

  function inOrder(cards, places, page, round) {
    if (places.map(place => place.id).join() !== cards.map(card => card.id).join()) fault('the wanted order', round);
    const order = place => [Math.floor(place.column / page.columns), place.cell];
    for (let i = 1; i < places.length; i++) {
      const [a, b] = [order(places[i - 1]), order(places[i])];
      if (a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1])) fault('the numbers follow the order', round, a, b);
    }
  }

  function held(before, cards, places, grown, page, round) {
    const last = place => place.column + place.span - 1;
    for (const old of before) {
      const now = places.find(place => place.id === old.id);
      if (!now) { fault('held: a place stays', round, old); continue; }
      if (now.isGap === cards.some(card => card.id === old.id)) fault('held: a gap where a ticket has gone', round, old);
      if (now.column !== old.column || now.span !== old.span || now.cell !== old.cell) fault('held: column and number stay', round, old, now);
      const hasCome = id => before.find(place => place.id === id)?.isGap && !places.find(place => place.id === id).isGap;
      const pushed = before.some(other => (grown.has(other.id) || hasCome(other.id)) && last(other) === last(old) && other.top <= old.top);
      if (now.top !== old.top && (!pushed || layout === 'grid' || now.top < old.top)) fault('held: nothing moves but what a grown one pushes down', round, old, now);
      if (now.isGap && !pushed && now.height !== old.height) fault('held: a gap keeps its size', round, old, now);
    }
    const order = place => (layout === 'grid' ? Math.floor(place.column / page.columns) * 1000 + place.cell : last(place) * 10000 + place.top);
    const end = Math.max(0, ...before.map(order));
    for (const place of places.filter(p => !before.some(old => old.id === p.id))) {
      if (order(place) < end) fault('held: new ones take the end', round, place);
    }
    const ids = places.filter(p => !before.some(old => old.id === p.id)).map(p => p.id);
    if (ids.join() !== cards.filter(c => ids.includes(c.id)).map(c => c.id).join()) fault('held: new ones come in the wanted order', round);
  }

  // The same services for the same seed, so that a fault can be played again.
  function generator(state) {
    return () => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return state / 4294967296;
    };
  }
}
