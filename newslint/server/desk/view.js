/** The page, set by what the desk knows. */

import { counted, inWords, words } from "./compare.js";
import { button, byId, el } from "./dom.js";
import { setFindings } from "./findings.js";
import { setNames, setQuoted } from "./people.js";
import { headline } from "./report.js";
import { chosen, state } from "./state.js";
import { setStories } from "./story.js";

/** Set everything anew; `act` has what a reader may do. */
export function render(act) {
  const { checked, findings, stories } = state;
  if (!checked) return;
  setStories(byId("story"), { ...state, text: checked.text }, (fingerprint) => act.chooseInStory(fingerprint));
  renderList(act);
  const text = checked.text;
  const quoted = setQuoted(byId("speakers"), stories, act.person);
  const names = setNames(byId("names"), text, stories, findings, act.place);
  byId("no-quoted").hidden = quoted > 0;
  byId("no-names").hidden = names > 0;
  byId("counts").textContent = `${sentence(inWords(findings))} in ${counted(wordsOf(stories), "word")}.`;
  byId("jump-findings").textContent = findings.length;
  byId("jump-quoted").textContent = quoted;
  byId("jump-names").textContent = names;
  const title = headline(stories) || state.name || "Story";
  byId("name").textContent = state.name || "pasted story";
  document.title = `(${findings.length}) ${title.slice(0, 80)} – newslint desk`;
  renderTurned(act);
  renderBesides(act);
}

/** Take away all that was set of another text. */
export function blank() {
  for (const id of ["story", "list", "speakers", "names", "besides"]) byId(id).replaceChildren();
  byId("counts").textContent = "";
  byId("turned").hidden = true;
  byId("undo").disabled = !state.history.length;
  byId("fix-all").disabled = true;
  byId("name").textContent = state.name || "pasted story";
}

/** Set the list and what depends on which finding is open. */
export function renderList(act) {
  setFindings(byId("list"), state.findings, state.chosen, act);
  const safe = state.findings.filter(isSafe).length;
  byId("fix-all").textContent = safe ? `Fix all safe (${safe})` : "Nothing safe to fix";
  byId("fix-all").disabled = !safe;
  byId("undo").disabled = !state.history.length;
  for (const mark of byId("story").querySelectorAll(".current")) mark.classList.remove("current");
  const open = chosen();
  for (const mark of open ? marksOf(open) : []) mark.classList.add("current");
}

/** Where a finding is marked in the story. */
export function marksOf(finding) {
  return byId("story").querySelectorAll(`[data-finding="${CSS.escape(finding.fingerprint)}"]`);
}

/** Whether the first fix of a finding is made without a look. */
export function isSafe(finding) {
  return finding.fixes[0]?.safety === "safe";
}

/** What another style newly finds and no longer finds. */
function renderTurned(act) {
  const place = byId("turned");
  place.hidden = !state.turned;
  if (!state.turned) return place.replaceChildren();
  const { from, to, come, gone } = state.turned;
  const list = (title, found, sign) =>
    found.length > 0 && [
      el("h4", {}, `${title}: ${found.length}`),
      el("ul", {}, found.map((each) => el("li", {}, `${sign} ${each.match.slice(0, 60)} `, el("small", {}, each.rule)))),
    ];
  return place.replaceChildren(
    ...[
      el("h3", {}, `${to} instead of ${from}`),
      list("Newly found", come, "+"),
      list("No longer found", gone, "−"),
      !come.length && !gone.length && el("p", {}, "The same findings."),
      button("Close", act.closeTurned),
    ].flat().filter(Boolean),
  );
}

/** What stands below the list: records that could not be read, what is known, what was set aside. */
function renderBesides(act) {
  const { failures, findings, known, aside, all } = state;
  const hidden = all.length - findings.length;
  byId("besides").replaceChildren(
    ...[
      !findings.length && el("p", { class: "clear" }, "Nothing was found."),
      ...failures.map((each) => el("p", { class: "failure" }, each.message)),
      known > 0 && el("p", {}, `${sentence(counted(known, "known finding"))} held back by the baseline.`),
      hidden > 0 && aside.size > 0 &&
        el("p", {}, `${sentence(counted(hidden, "finding"))} set aside on this page. `, button("Show again", act.again)),
    ].filter(Boolean),
  );
}

function wordsOf(stories) {
  const copy = new Set(["headline", "deck", "body", "subhead", "list", "quote-block", "caption"]);
  return stories.flatMap((story) => story.zones).filter((zone) => copy.has(zone.role))
    .reduce((sum, zone) => sum + words(zone.text), 0);
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
