/** A story set as readers would see it: its roles in the margin, its findings marked, its quotations as such. */

import { el, settle } from "./dom.js";
import { inProse, pieces } from "./marks.js";

const TAGS = { headline: "h2", subhead: "h3", "quote-block": "blockquote" };
const LABELS = { chrome: "residue", alt: "picture", source: "markup" };
const UNSET = new Set(["metadata"]); // fields that are no copy are shown only where something was found in them

/** Set stories anew in `place`, keeping the paragraphs that did not change. `marks` are findings with their number. */
export function setStories(place, { text, stories, findings, fresh }, choose) {
  const marks = findings.map((finding, n) => ({ ...finding, sort: "finding", number: n + 1 }));
  const changed = fresh.map((range) => ({ ...range, sort: "fresh" }));
  const old = new Map();
  for (const block of place.children) old.set(block.newslintKey, [...(old.get(block.newslintKey) ?? []), block]);
  const set = blocksOf(text, stories, marks).map((block) => {
    block.ranges = rangesIn(block, [...marks, ...changed]);
    const key = JSON.stringify([block.role, block.label, block.prose, block.ranges.map(keyOf)]);
    const made = old.get(key)?.pop() ?? setBlock(block, choose);
    made.newslintKey = key;
    Object.assign(made.dataset, { from: block.from, to: block.to });
    return made;
  });
  settle(place, set);
}

function keyOf({ sort, from, to, number, severity, confidence, fingerprint, person }) {
  return [sort, from, to, number, severity, confidence, fingerprint, person];
}

/** What is set, in order: zones, and lines outside of them in which something was found. */
function blocksOf(text, stories, marks) {
  const zones = stories.flatMap((story, n) => story.zones.map((zone) => ({ ...zone, story, first: n })));
  const shown = zones.filter((zone) => !UNSET.has(zone.role));
  const blocks = shown.map((zone) => ({ ...zone, prose: zone.text, extra: extrasOf(zone.story) }));
  const covered = coverOf(shown);
  for (const line of linesOf(text, marks.filter((mark) => !covered(mark)))) blocks.push(line);
  blocks.sort((a, b) => (a.first ?? 0) - (b.first ?? 0) || a.from - b.from);
  let last = "";
  for (const block of blocks) {
    block.label = block.role === last ? "" : block.role;
    last = block.role;
  }
  return blocks;
}

/** A test of whether a finding stands in one of the zones. */
function coverOf(zones) {
  const sorted = [...zones].sort((a, b) => a.from - b.from);
  return ({ from, to }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle].to < from) low = middle + 1;
      else high = middle;
    }
    return sorted[low] !== undefined && inProse(sorted[low], from, to) !== null;
  };
}

/** The lines of the source on which these findings stand, each once. */
function linesOf(text, marks) {
  const lines = new Map();
  for (const mark of marks) {
    const from = text.lastIndexOf("\n", Math.max(0, mark.from - 1)) + 1;
    const end = text.indexOf("\n", Math.max(mark.to - 1, mark.from));
    const to = end < 0 ? text.length : end;
    const known = lines.get(from);
    if (!known || known.to < to) {
      lines.set(from, { role: "source", from, to, prose: text.slice(from, to), why: ["it is no copy"], extra: [] });
    }
  }
  return [...lines.values()];
}

const extras = new WeakMap();

/** A story's quotations, speakers and dateline as ranges; worked out once a story. */
function extrasOf(story) {
  if (!extras.has(story)) {
    const found = story.quotes.map((quote) => ({
      sort: "quote", from: quote.from, to: quote.to, person: quote.person?.name ?? "", status: quote.status,
    }));
    if (story.dateline) found.push({ sort: "dateline", from: story.dateline.from, to: story.dateline.to });
    extras.set(story, found.sort((a, b) => a.from - b.from));
  }
  return extras.get(story);
}

/** The ranges that reach into a block, in places of its prose. */
function rangesIn(block, marks) {
  const zone = { from: block.from, to: block.to, runs: block.runs ?? null };
  const out = [];
  for (const range of [...block.extra, ...marks]) {
    const found = range.to < block.from || range.from > block.to ? null : inProse(zone, range.from, range.to);
    if (found && (found.to > found.from || range.sort === "finding" || range.sort === "fresh")) {
      out.push({ ...range, ...found, ends: range.to <= block.to });
    }
  }
  return out;
}

function setBlock(block, choose) {
  const tag = TAGS[block.role] ?? "p";
  const text = el(tag, { class: "words", dir: "auto" }, pieces(block.prose.length, block.ranges).map(piece));
  const opens = /^\s*[“"'‘«„]/u.test(block.prose) ? " opens-quoted" : "";
  const role = el("span", { class: "role", title: block.why.join("; ") || null }, LABELS[block.label] ?? block.label);
  const made = el("div", { class: `block r-${block.role}${opens}` }, role, text);
  made.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-finding]");
    if (!mark) return;
    event.preventDefault();
    choose(mark.dataset.finding);
  });
  return made;

  function piece({ from, to, over, points }) {
    const numbers = (ranges) => ranges.filter((range) => range.sort === "finding").map(reference);
    const ended = over.filter((range) => range.to === to && range.ends);
    const gone = points.some((range) => range.sort === "fresh") ? el("span", { class: "fresh gone" }) : null;
    return [...numbers(points), gone, wrapped(block.prose.slice(from, to), over), ...numbers(ended)];
  }
}

/** A piece of text in the elements of all that lies over it. */
function wrapped(text, over) {
  const found = (sort) => over.filter((range) => range.sort === sort);
  let node = document.createTextNode(text);
  if (found("fresh").length) node = el("ins", { class: "fresh" }, node);
  for (const mark of found("finding").reverse()) {
    const classes = `mark ${mark.severity} c-${mark.confidence}`;
    node = el("mark", { class: classes, "data-finding": mark.fingerprint, title: mark.message }, node);
  }
  const [quote] = found("quote");
  if (quote) node = el("q", { class: `quote ${quote.status}`, "data-person": quote.person }, node);
  if (found("dateline").length) node = el("span", { class: "dateline" }, node);
  return node;
}

/** A finding's number, which stands where it ends and leads to it in the list. */
function reference(mark) {
  const props = { class: `ref ${mark.severity}`, href: `#finding-${mark.number}`, "data-finding": mark.fingerprint };
  return el("a", { ...props, "aria-label": `${mark.severity} ${mark.number}: ${mark.message}` }, String(mark.number));
}
