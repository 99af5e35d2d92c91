/** What the page says of its own accord: a line for eyes and for ears, and the banner of a mistake. */

import { button, byId, el } from "./dom.js";

let timer = 0;

/** Say what has happened; with `undo` it can be taken back. */
export function say(text, undo = null) {
  byId("live").textContent = text;
  byId("saying").textContent = text;
  byId("said").hidden = false;
  byId("said-undo").hidden = !undo;
  byId("said-undo").onclick = undo;
  clearTimeout(timer);
  timer = setTimeout(hush, 9000);
}

/** Say it to ears alone. */
export function murmur(text) {
  byId("live").textContent = text;
}

/** Take the line away. */
export function hush() {
  byId("said").hidden = true;
}

/** Show what went wrong, and what can be done. */
export function trouble(error, again) {
  const place = byId("trouble");
  place.replaceChildren(
    el("p", {}, el("strong", {}, error.message), error.hint ? ` ${error.hint}` : ""),
    ...(again ? [button("Try again", again)] : []),
    button("Dismiss", calmed),
  );
  place.hidden = false;
}

/** Take the banner away. */
export function calmed() {
  byId("trouble").hidden = true;
}
