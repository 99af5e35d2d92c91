/** What the desk knows at a moment. It lives in this page and dies with it. */

export const state = {
  name: "", // of the file, "" for a pasted story
  crlf: false, // whether the file's lines ended in CR LF
  text: "",
  checked: null, // the text and style that the findings are of
  all: [], // every finding of it
  findings: [], // those that are not set aside
  stories: [],
  failures: [],
  known: 0, // held back by the baseline
  aside: new Map(), // fingerprint → why it is set aside on this page
  chosen: "", // the fingerprint of the finding that is open
  fresh: [], // where the last change stands in the text
  history: [], // {text, aside, takeBack}: what undo leads back to
  before: null, // {style, findings}: what was found before another style was chosen
  turned: null, // {from, to, come, gone}: what the choice of style changed
  typing: false, // whether the last entry of the history is what stood before one typed
  dirty: false, // whether the text differs from what was opened, copied or downloaded
};

/** Begin with another text; nothing is known of it yet. */
export function begin({ name, text, crlf }) {
  forget();
  Object.assign(state, { name, text, crlf, history: [], aside: new Map(), typing: false, dirty: false });
}

/** Forget what was found: it is of another text. */
export function forget() {
  Object.assign(state, { all: [], findings: [], stories: [], failures: [], known: 0, fresh: [] });
  Object.assign(state, { checked: null, chosen: "", before: null, turned: null });
}

/** What is sent of the text and of the choices. */
export function given(style, ending) {
  const path = state.name.toLowerCase().endsWith(`.${ending}`) ? state.name : `story.${ending}`;
  return { text: state.text, path, ...(style ? { style } : {}) };
}

/** Take in an answer: what is set aside stays so, and the open finding stays open, or the next one is. */
export function takeIn(sent, answer) {
  const at = state.findings.findIndex((each) => each.fingerprint === state.chosen);
  const textOf = (from, to) => sent.text.slice(from, to);
  state.all = answer.findings.map((each) => ({ ...each, textOf }));
  Object.assign(state, { stories: answer.stories, failures: answer.failures, known: answer.known, checked: sent });
  state.typing = false; // who pauses and goes on types something new
  sift();
  if (at >= 0 && !chosen()) state.chosen = state.findings[Math.min(at, state.findings.length - 1)]?.fingerprint ?? "";
}

/** Leave out what is set aside. */
export function sift() {
  state.findings = state.all.filter((each) => !state.aside.has(each.fingerprint));
}

/** The finding that is open. */
export function chosen() {
  return state.findings.find((each) => each.fingerprint === state.chosen);
}

/** Remember how things stand, for undo. */
export function remember() {
  const entry = { text: state.text, aside: new Map(state.aside), takeBack: null };
  state.typing = false;
  state.history.push(entry);
  if (state.history.length > 100) state.history.shift();
  return entry;
}

/** The ending that tells the story format: of the file's name, or else by what the text begins with. */
export function endingOf(name, text) {
  const ending = /\.(\w+)$/.exec(name)?.[1].toLowerCase();
  const known = { txt: "txt", text: "txt", md: "md", markdown: "md", html: "html", htm: "html", xhtml: "html" };
  if (known[ending]) return known[ending];
  if (/^\s*<(?:!doctype|html|article|body|div|p|h1)\b/i.test(text)) return "html";
  return /^(?:---\n|#{1,3} \S)/.test(text.trimStart()) ? "md" : "txt";
}
