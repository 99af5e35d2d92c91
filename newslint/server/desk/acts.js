/** What an editor can do with a finding and with the text. Each act can be undone, and says what it did. */

import * as api from "./api.js";
import { counted } from "./compare.js";
import { tellSoon } from "./decisions.js";
import { ask, tell } from "./dialogs.js";
import { applied, between, landed } from "./edits.js";
import { say, trouble } from "./saying.js";
import { chosen, remember, sift, state } from "./state.js";
import { isSafe, render } from "./view.js";

/**
 * The acts of a desk, to which the page adds its own as `all`: `checking` sends the text, `editor` shows it, `given`
 * makes what is sent.
 */
export function actsOf({ checking, editor, given }) {
  const act = { accept, acceptChosen, acceptSafe, ignore, dismiss, undo, explain, again };
  return act;

  /** The finding as it stands once the text has been checked, or null. */
  async function ready(finding) {
    await checking.settled();
    const found = state.findings.find((each) => each.fingerprint === finding.fingerprint);
    const fresh = state.checked?.text === state.text;
    if (!found || !fresh) say("That finding is no longer there.");
    return found && fresh ? found : null;
  }

  async function change(text, edits, said, entry) {
    state.fresh = landed(edits);
    state.text = text;
    state.dirty = true;
    state.turned = null;
    editor.text = text;
    await checking.now();
    act.all.lookAt(".fresh");
    say(`${said} ${left()}`, entry ? undo : null);
  }

  function left() {
    return state.checked?.text === state.text ? `${capital(counted(state.findings.length, "finding"))} left.` : "";
  }

  async function accept(finding, fix) {
    const found = await ready(finding);
    const chosenFix = found?.fixes.find((each) => each.title === fix.title) ?? found?.fixes[0];
    if (!chosenFix) return;
    const entry = remember();
    entry.takeBack = tellSoon([found], "accepted");
    await change(applied(state.text, chosenFix.edits), chosenFix.edits, `Done: ${chosenFix.title}.`, entry);
  }

  async function acceptChosen() {
    const finding = chosen();
    if (finding?.fixes.length) await accept(finding, finding.fixes[0]);
    else say(finding ? "No fix is proposed for this one." : "Choose a finding first: j.");
  }

  async function acceptSafe() {
    await checking.settled();
    const safe = state.findings.filter(isSafe);
    if (!safe.length) return say("There is nothing that is safe to fix.");
    return trying(async () => {
      const whole = state.aside.size ? { fingerprints: safe.map((each) => each.fingerprint) } : {};
      const sent = given();
      const done = await api.fix({ ...sent, ...whole });
      if (state.text !== sent.text) return say("The text has changed meanwhile: try again.");
      const entry = remember();
      entry.takeBack = tellSoon(safe, "accepted", "all safe");
      return change(done.text, done.edits, `${capital(counted(done.edits.length, "safe change"))} made.`, entry);
    });
  }

  async function ignore(finding) {
    const found = await ready(finding);
    if (!found) return;
    const reason = await ask({
      title: "Leave it as it is", about: capital(found.message), label: "Why it is right here", act: "Ignore it",
    });
    if (!reason) return;
    await trying(async () => {
      const sent = given();
      const done = await api.ignore({ ...sent, fingerprints: [found.fingerprint], reason });
      if (state.text !== sent.text) return say("The text has changed meanwhile: try again.");
      const entry = remember();
      entry.takeBack = tellSoon([found], "ignored", reason);
      if (!done.left.includes(found.fingerprint)) {
        return change(done.text, done.edits, "The request and your reason now stand in the text.", entry);
      }
      setAside(found, reason);
      return say("This text has no place for such a request: it is set aside on this page only.", undo);
    });
  }

  async function dismiss(finding) {
    const found = await ready(finding);
    if (!found) return;
    const why = await ask({
      title: "Not a fault", about: capital(found.message), label: "Why (the house can read it; may stay empty)",
      act: "It is no fault", needed: false,
    });
    if (why === null) return;
    const entry = remember();
    entry.takeBack = tellSoon([found], "rejected", why);
    setAside(found, why || "not a fault");
    say(`Set aside; your judgement of ${found.rule} is passed on. ${left()}`, undo);
  }

  function setAside(finding, why) {
    const at = state.findings.indexOf(finding);
    state.aside.set(finding.fingerprint, why);
    sift();
    state.chosen = state.findings[Math.min(at, state.findings.length - 1)]?.fingerprint ?? "";
    render(act.all);
  }

  async function undo() {
    const entry = state.history.pop();
    if (!entry) return say("There is nothing to undo.");
    entry.takeBack?.();
    state.aside = entry.aside;
    const edits = between(state.text, entry.text);
    sift();
    return change(entry.text, edits, "Undone.", null);
  }

  async function explain(finding) {
    await trying(async () => {
      const rule = await api.rule(finding.rule);
      tell(finding.rule, [capital(finding.message), rule.why || rule.finds]);
    });
  }

  function again() {
    state.aside.clear();
    sift();
    render(act.all);
  }

  async function trying(work) {
    try {
      await work();
    } catch (error) {
      trouble(error);
    }
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
