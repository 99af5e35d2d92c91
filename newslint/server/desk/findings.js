/** The list of findings: what each says, how sure it is, and what can be done about it. */

import { button, el, settle } from "./dom.js";

const GLYPHS = { error: "■", warning: "▲", note: "●" };
const AROUND = 24; // units of text shown on either side of an edit
const SURE = { high: 3, medium: 2, low: 1 };

/**
 * Set the list, keeping the items that did not change. `chosen` is the fingerprint of the finding that is open; `act`
 * has what a reader may do: choose, show, accept, ignore, dismiss, explain.
 */
export function setFindings(list, findings, chosen, act) {
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.act : "";
  const old = new Map([...list.children].map((each) => [each.newslintKey, each]));
  const items = findings.map((each, n) => {
    const open = each.fingerprint === chosen;
    const key = `${n} ${open} ${each.line} ${each.fingerprint}`;
    const made = (!open && old.get(key)) || item(each, n + 1, open, act);
    made.newslintKey = key;
    return made;
  });
  settle(list, items);
  if (focused && !list.contains(document.activeElement)) {
    const open = list.querySelector("[aria-current]") ?? list.firstElementChild;
    (open?.querySelector(`[data-act="${CSS.escape(focused)}"]`) ?? open?.querySelector("button"))?.focus();
  }
}

/** The list's item of a finding. */
export function itemOf(list, fingerprint) {
  return list.querySelector(`li[data-fingerprint="${CSS.escape(fingerprint)}"]`);
}

function item(finding, number, open, act) {
  const { severity, message, rule } = finding;
  const head = el(
    "button",
    { type: "button", class: "head", "aria-expanded": String(open), "data-act": "choose",
      click: () => act.choose(finding) },
    el("span", { class: "number" }, el("span", { class: "glyph", "aria-hidden": "true" }, GLYPHS[severity]),
      String(number)),
    el("span", { class: "says" }, el("span", { class: "message" }, sentence(message)),
      el("span", { class: "meta" }, `${severity} · ${rule} · line\u00a0${finding.line}`)),
    sureness(finding.confidence),
  );
  return el(
    "li",
    { id: `finding-${number}`, class: `finding ${severity}`, "data-fingerprint": finding.fingerprint,
      "aria-current": open && "true" },
    head,
    open && body(finding, act),
  );
}

/** How sure a finding is, as three dots and in words. */
function sureness(confidence) {
  const dots = [1, 2, 3].map((n) => el("i", { class: n <= SURE[confidence] ? "on" : null }));
  const said = `${confidence} confidence`;
  return el("span", { class: "sure", title: said },
    el("span", { "aria-hidden": "true" }, dots), el("span", { class: "unseen" }, said));
}

function body(finding, act) {
  return el(
    "div",
    { class: "more" },
    finding.match && el("p", { class: "match" }, shortened(finding.match)),
    el("p", { class: "confidence" }, `${finding.confidence} confidence`),
    finding.related.map((place) => related(place, act)),
    finding.fixes.map((fix, n) => proposal(finding, fix, n, act)),
    el(
      "p",
      { class: "acts" },
      button("Show", () => act.show(finding), { "data-act": "show" }),
      button("Ignore…", () => act.ignore(finding), { "data-act": "ignore", "aria-keyshortcuts": "i" }),
      button("Not a fault…", () => act.dismiss(finding), { "data-act": "dismiss", "aria-keyshortcuts": "x" }),
      button("Why?", () => act.explain(finding), { "data-act": "explain", "aria-keyshortcuts": "w" }),
    ),
  );
}

function related(place, act) {
  const said = `Line ${place.line}, “${shortened(place.match, 40)}”: ${place.label}`;
  return el("p", { class: "related" }, button(said, () => act.place(place), { class: "link" }));
}

function proposal(finding, fix, n, act) {
  const [edit] = fix.edits;
  const safe = fix.safety === "safe";
  return el(
    "div",
    { class: "proposal" },
    fix.edits.length === 1 && el("p", { class: "edit" }, ...shownEdit(finding, edit)),
    button([fix.title, el("small", {}, safe ? "safe" : "look at it first")], () => act.accept(finding, fix),
      { class: safe ? "primary" : "offer", "data-act": `accept-${n}`, "aria-keyshortcuts": n ? null : "a" }),
  );
}

/** What stands there and what would, with the words round it. */
function shownEdit(finding, edit) {
  const old = finding.textOf(edit.from, edit.to);
  const before = finding.textOf(Math.max(0, edit.from - AROUND), edit.from).split("\n").at(-1);
  const [after] = finding.textOf(edit.to, edit.to + AROUND).split("\n");
  return [
    before.length === AROUND ? before.replace(/^\S*\s?/, "…") : before,
    old && el("del", {}, shortened(visible(old))),
    edit.text && el("ins", {}, shortened(visible(edit.text))),
    after.length === AROUND ? after.replace(/\s?\S*$/, "…") : after,
  ];
}

/** A message as a sentence begins; words that it cites stay as they are. */
function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Blank signs as something to see where nothing else stands. */
function visible(text) {
  return text.trim() ? text : text.replace(/\n/g, "¶").replace(/\t/g, "⇥").replace(/\s/g, "␣");
}

function shortened(text, most = 160) {
  const signs = [...text.slice(0, most * 2)];
  return signs.length <= most && text.length <= most * 2 ? text : `${signs.slice(0, most - 1).join("")}…`;
}
