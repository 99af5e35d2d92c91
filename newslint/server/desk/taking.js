/** How the text and the report leave the page: by the clipboard or as a file. */

import { Refused } from "./api.js";
import { el } from "./dom.js";
import { asMarkdown } from "./report.js";
import { say, trouble } from "./saying.js";
import { state } from "./state.js";

async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    say(said);
    return true;
  } catch {
    trouble(new Refused("The browser does not let this page copy.", "Use Download, or copy from the edit view."));
    return false;
  }
}

/** Copy the text as it is now. */
export async function copyText() {
  if (await copy(state.text, "The text is copied.")) state.dirty = false;
}

/** Copy what was found, as Markdown. */
export function copyReport(style) {
  return copy(asMarkdown({ ...state, style }), "The report is copied, as Markdown.");
}

/** Save the text as a file, with the line ends that it came with. */
export function download(ending) {
  const text = state.crlf ? state.text.replace(/\n/g, "\r\n") : state.text;
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  el("a", { href: address, download: state.name || `story.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  state.dirty = false;
}
