/** Who is quoted and how often, and every name with its spellings. */

import { counted, shares } from "./compare.js";
import { button, el } from "./dom.js";
import { namesOf } from "./names.js";

const SORTS = { person: "people", place: "places", body: "bodies", name: "other names" };

/** Set the list of speakers, each with a bar as long as the words quoted. `show` is given a name. */
export function setQuoted(list, stories, show) {
  const speakers = stories.flatMap((story) => story.speakers);
  const wide = shares(speakers);
  list.replaceChildren(...speakers.map((each, n) => speaker(each, wide[n], show)));
  return speakers.length;
}

function speaker(each, share, show) {
  const bar = el("span", { class: each.name ? "length" : "length nobody", "aria-hidden": "true" });
  bar.style.setProperty("--share", share.toFixed(3));
  const figures = `${counted(each.quotes, "quotation")}, ${counted(each.words, "word")}`;
  const name = el("span", { class: "who" }, each.name || "Nobody named");
  return el("li", {}, button([name, bar, el("span", { class: "figures" }, figures)], () => show(each.name),
    { class: "speaker" }));
}

/** Set the list of names. `show` is given a place {from, to}. Returns how many names there are. */
export function setNames(list, text, stories, findings, show) {
  const found = namesOf(text, stories.flatMap((story) => story.mentions), findings);
  const groups = Object.keys(SORTS).map((sort) => [SORTS[sort], found.filter((each) => each.sort === sort)]);
  const full = groups.filter(([, names]) => names.length);
  list.replaceChildren(
    ...full.map(([title, names]) =>
      el("li", { class: "sort" }, el("h3", {}, title), el("ul", {}, names.map((name) => entry(name, show))))),
  );
  return found.length;
}

function entry(name, show) {
  const spellings = name.spellings.map((each) => spelling(each, name, show));
  return el("li", { class: "name" }, spellings);
}

function spelling(each, name, show) {
  let next = 0;
  const go = () => show(each.places[next++ % each.places.length]);
  const times = each.places.length > 1 && el("span", { class: "times" }, `× ${each.places.length}`);
  const said = each.differs && el("span", { class: "differs" }, "differs");
  return button([el("span", { class: "spelling" }, each.text), times, said], go,
    { class: each.differs ? "variant" : each.text === name.name ? "full" : "short" });
}
