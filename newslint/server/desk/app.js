/** The desk put together: what is opened is checked, what is found is set, and keys and buttons act on it. */

import { actsOf } from "./acts.js";
import * as api from "./api.js";
import { Checking } from "./checking.js";
import { compared, counted } from "./compare.js";
import { ask, help, readyDialogs, sure } from "./dialogs.js";
import { bringIntoView, byId, el, reveal } from "./dom.js";
import { Editor } from "./editor.js";
import { EXAMPLE } from "./example.js";
import { itemOf } from "./findings.js";
import { watchKeys } from "./keys.js";
import { lines, watchForStories } from "./opening.js";
import { calmed, hush, murmur, say, trouble } from "./saying.js";
import { readySettings } from "./settings.js";
import { begin, chosen, endingOf, forget, given, remember, state, takeIn } from "./state.js";
import { copyReport, copyText, download } from "./taking.js";
import { blank, marksOf, render, renderList } from "./view.js";

const style = byId("style");
const format = byId("format");
const sent = () => given(style.value, format.value);
const editor = new Editor(typed);
const checking = new Checking({ given: sent, answered, failed, busy });
const act = actsOf({ checking, editor, given: sent });
act.all = { ...act, choose, show, place, person, chooseInStory, closeTurned, lookAt };

async function open({ name, text, crlf }) {
  if (!text.trim()) return trouble(new api.Refused("There is nothing in it.", "Open or paste a story."));
  if (state.dirty && !(await sure("Leave this story?", "What you changed was neither copied nor downloaded.", "Leave it"))) {
    return null;
  }
  begin({ name, text, crlf });
  format.value = endingOf(name, text);
  byId("paste").value = "";
  editor.text = text;
  calmed();
  hush();
  blank();
  if (document.body.dataset.mode === "empty") view("read");
  await checking.now();
  return byId("story").focus({ preventScroll: true });
}

function typed(text) {
  if (!state.typing) remember();
  state.text = lines(text).text;
  Object.assign(state, { fresh: [], turned: null, dirty: true, typing: true });
  hush();
  if (text.trim()) return checking.soon(text.length);
  checking.stop();
  forget();
  return blank();
}

function answered(asked, answer) {
  const count = state.findings.length;
  takeIn(asked, answer);
  if (state.before) {
    state.turned = { ...compared(state.before.findings, state.all), from: state.before.style, to: styleName(asked.style ?? "") };
    const { from, to, come, gone } = state.turned;
    say(`${to} instead of ${from}: ${come.length} newly found, ${gone.length} no longer found.`);
    state.before = null;
  } else if (state.findings.length !== count) murmur(`${counted(state.findings.length, "finding")}.`);
  calmed();
  delete document.body.dataset.stale;
  render(act.all);
  markText();
}

/** Mark the findings in the text as it is typed, if they are of that very text. */
function markText() {
  if (state.checked?.text === editor.text) editor.mark(state.findings, state.chosen);
}

function failed(error) {
  document.body.dataset.stale = "";
  if (error.status === 401) return askForToken(() => checking.now());
  if (error.wait) {
    murmur("The server is busy: it is asked again.");
    return setTimeout(() => document.body.dataset.stale === "" && checking.now(), error.wait * 1000);
  }
  state.before = null;
  return trouble(error, () => checking.now());
}

function busy(is) {
  byId("findings").setAttribute("aria-busy", String(is));
}

async function askForToken(then) {
  const refused = api.hasToken() ? "That is not the right token. " : "";
  const token = await ask({
    title: "This desk asks for a token",
    about: `${refused}Ask whoever runs this desk for it. This tab keeps it until you close it.`,
    label: "Token", act: "Go on", secret: true,
  });
  if (!token) return trouble(new api.Refused("Without the token nothing is checked."), () => askForToken(then));
  api.keepToken(token);
  return then();
}

/** Open a finding in the list and bring it into view, in the story too. */
function choose(finding, { toggle = true, scroll = true } = {}) {
  const same = toggle && state.chosen === finding.fingerprint;
  state.chosen = same ? "" : finding.fingerprint;
  renderList(act.all);
  markText();
  if (same) return;
  hush();
  bringIntoView(itemOf(byId("list"), finding.fingerprint), "nearest");
  if (scroll && wide()) show(finding);
  else editor.show(finding);
}

function chooseInStory(fingerprint) {
  const finding = state.findings.find((each) => each.fingerprint === fingerprint);
  if (!finding) return;
  choose(finding, { toggle: false, scroll: false });
  headOf(finding)?.focus({ preventScroll: wide() });
}

function show(finding) {
  const [mark] = marksOf(finding);
  reveal(mark);
  if (document.body.dataset.mode === "edit") reveal(editor.area);
  editor.show(finding);
}

/** Bring the first of some elements of the story into view, where that takes nobody away from the list. */
function lookAt(selector) {
  if (wide()) reveal(byId("story").querySelector(selector));
}

function headOf(finding) {
  return itemOf(byId("list"), finding.fingerprint)?.querySelector(".head");
}

/** Whether list and story stand side by side. */
function wide() {
  return matchMedia("(min-width: 56rem)").matches;
}

function step(by) {
  const { findings } = state;
  if (!findings.length) return;
  const at = findings.indexOf(chosen());
  const next = findings[(at < 0 ? (by > 0 ? 0 : -1) + findings.length : at + by + findings.length) % findings.length];
  choose(next, { toggle: false });
  headOf(next)?.focus({ preventScroll: wide() });
}

/** Show a place of the text: its paragraph is brought into view and lit for a moment. */
function place({ from, to }) {
  const blocks = [...byId("story").children];
  const block = blocks.findLast((each) => Number(each.dataset.from) <= from && from <= Number(each.dataset.to));
  light(block ? [block] : []);
  editor.show({ from, to });
}

function person(name) {
  light([...byId("story").querySelectorAll(`[data-person="${CSS.escape(name)}"]`)]);
}

function light(elements) {
  for (const each of byId("story").querySelectorAll(".lit")) each.classList.remove("lit");
  for (const each of elements) each.classList.add("lit");
  reveal(elements[0]);
}

function closeTurned() {
  state.turned = null;
  render(act.all);
}

function view(mode) {
  document.body.dataset.mode = mode;
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === mode));
  }
  if (mode === "edit") editor.area.focus();
  markText();
  if (chosen()) show(chosen());
}

function styleName(name) {
  return [...style.options].find((option) => option.value === name).textContent;
}

/** A style's name as people write it: AP, Guardian. */
function called(name) {
  return name.length < 4 ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1);
}

async function offerStyles() {
  try {
    style.append(...(await api.styles()).map((name) => el("option", { value: name }, called(name))));
  } catch (error) {
    if (error.status === 401) await askForToken(offerStyles);
    else trouble(error, offerStyles);
  }
}

function leave() {
  const head = byId("list").querySelector("[aria-current] .head") ?? byId("list").querySelector(".head");
  (head ?? byId("findings")).focus();
}

function ready() {
  readySettings();
  readyDialogs();
  watchForStories(open, trouble);
  byId("example").addEventListener("click", () => open({ ...EXAMPLE, crlf: false }));
  byId("open-too").addEventListener("click", () => byId("open").click());
  byId("read-it").addEventListener("click", () => open({ name: "", ...lines(byId("paste").value) }));
  style.addEventListener("change", () => {
    if (!state.checked) return;
    state.before = { style: styleName(state.checked.style ?? ""), findings: state.all };
    checking.now();
  });
  format.addEventListener("change", () => state.text && checking.now());
  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => view(button.dataset.view));
  }
  const clicks = { "fix-all": act.acceptSafe, undo: act.undo, "copy-text": copyText,
    "copy-report": () => checking.settled().then(() => copyReport(style.value)),
    download: () => download(format.value), keys: help };
  for (const [id, does] of Object.entries(clicks)) byId(id).addEventListener("click", does);
  watchKeys({
    j: () => step(1), k: () => step(-1), a: act.acceptChosen, A: act.acceptSafe, u: act.undo, y: copyText, leave,
    i: () => chosen() && act.ignore(chosen()), x: () => chosen() && act.dismiss(chosen()),
    w: () => chosen() && act.explain(chosen()), o: () => byId("open").click(), s: () => style.focus(),
    r: () => state.text && view("read"), b: () => state.text && view("both"), e: () => state.text && view("edit"),
  });
  matchMedia("(max-width: 32rem)").addEventListener("change", ({ matches }) => {
    if (matches && document.body.dataset.mode === "both") view("read"); // there is no room for both
  });
  addEventListener("beforeunload", (event) => state.dirty && event.preventDefault());
  offerStyles();
}

ready();
