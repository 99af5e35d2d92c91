/** Stretches of text cut into pieces, and places of the source found in a paragraph's prose. */

/**
 * Cut 0 … length where any of the ranges begins or ends. Each piece tells which ranges lie `over` it; a range without
 * length comes as `points` of the piece that begins there (a last, empty piece takes those at the end).
 */
export function pieces(length, ranges) {
  const cuts = new Set([0, length]);
  const opening = new Map();
  for (const range of ranges) {
    cuts.add(range.from).add(range.to);
    if (!opening.has(range.from)) opening.set(range.from, []);
    opening.get(range.from).push(range);
  }
  const places = [...cuts].filter((at) => at >= 0 && at <= length).sort((a, b) => a - b);
  const out = [];
  let over = [];
  places.forEach((from, n) => {
    const starting = opening.get(from) ?? [];
    over = [...over.filter((range) => range.to > from), ...starting.filter((range) => range.to > range.from)];
    const points = starting.filter((range) => range.to === range.from);
    const to = places[n + 1] ?? from;
    if (to > from || points.length) out.push({ from, to, over, points });
  });
  return out;
}

/**
 * Where a stretch of the source stands in a zone's prose, or null if the zone has nothing of it. A stretch of markup
 * alone comes as a place without length.
 */
export function inProse(zone, from, to) {
  if (to < zone.from || from > zone.to || (from === zone.to && to > from)) return null;
  if (!zone.runs) {
    const start = Math.max(from, zone.from) - zone.from;
    return { from: start, to: Math.max(start, Math.min(to, zone.to) - zone.from) };
  }
  let first = null;
  let last = null;
  for (const run of zone.runs) {
    const end = run.from + run.size;
    if (run.length && end > from && run.from < Math.max(to, from + 1)) {
      first ??= run.at + within(run, from - run.from);
      last = to >= end ? run.at + run.length : run.at + within(run, to - run.from, true);
    }
  }
  if (first !== null) return { from: first, to: Math.max(first, to > from ? last : first) };
  const before = zone.runs.findLast((run) => run.from + run.size <= from);
  const place = before ? before.at + before.length : 0;
  return { from: place, to: place };
}

const TEMPLATE = /^(?:\{[{%]|<%|\$\{|\[%)/;

/** A zone that shows a template's sign as it is written: in its prose something else stands for it. */
export function asWritten(zone, source) {
  const wrote = (run) => source.slice(run.from, run.from + run.size);
  if (!zone.runs?.some((run) => run.length !== run.size && TEMPLATE.test(wrote(run)))) return zone;
  let text = "";
  const runs = zone.runs.map((run) => {
    const words = TEMPLATE.test(wrote(run)) ? wrote(run) : zone.text.slice(run.at, run.at + run.length);
    const at = text.length;
    text += words;
    return { ...run, at, length: words.length };
  });
  return { ...zone, text, runs };
}

/** How far into a run's prose a place of its source is; a run that is written otherwise counts as a whole. */
function within(run, into, atEnd = false) {
  if (into <= 0) return 0;
  if (run.length === run.size) return Math.min(into, run.length);
  return atEnd ? run.length : 0;
}
