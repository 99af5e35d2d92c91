/** The page's dialogs: one that asks, one that tells, and the keys. */

import { byId, el } from "./dom.js";

/** Make every Close and Cancel button work. */
export function readyDialogs() {
  for (const button of document.querySelectorAll("dialog [data-close]")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside it
  }
}

/** Ask for a line of text; null if it is not given. */
export function ask({ title, about, label, act, needed = true, secret = false }) {
  const dialog = byId("asking");
  const answer = byId("asking-answer");
  byId("asking-title").textContent = title;
  byId("asking-about").textContent = about;
  byId("asking-label").textContent = label;
  byId("asking-do").textContent = act;
  Object.assign(answer, { value: "", required: needed, type: secret ? "password" : "text" });
  return new Promise((resolve) => {
    const form = byId("asking-form");
    let given = null;
    const submit = (event) => {
      event.preventDefault();
      given = answer.value.trim();
      if (needed && !given) given = null;
      else dialog.close();
    };
    form.addEventListener("submit", submit);
    dialog.addEventListener("close", () => {
      form.removeEventListener("submit", submit);
      answer.value = "";
      resolve(given);
    }, { once: true });
    dialog.showModal();
    answer.focus();
  });
}

/** Ask whether to go on; true if so. */
export function sure(title, about, act) {
  const dialog = byId("confirming");
  byId("confirming-title").textContent = title;
  byId("confirming-about").textContent = about;
  byId("confirming-do").textContent = act;
  return new Promise((resolve) => {
    let is = false;
    byId("confirming-do").onclick = () => {
      is = true;
      dialog.close();
    };
    dialog.addEventListener("close", () => resolve(is), { once: true });
    dialog.showModal();
  });
}

/** Tell something of several paragraphs; what stands in backticks is set as code. */
export function tell(title, paragraphs) {
  byId("telling-title").textContent = title;
  byId("telling-text").replaceChildren(
    ...paragraphs.map((text) => el("p", {}, text.split("`").map((part, n) => (n % 2 ? el("code", {}, part) : part)))),
  );
  byId("telling").showModal();
}

/** Show the keys. */
export function help() {
  byId("help").showModal();
}

/** Whether a dialog is open. */
export function open() {
  return document.querySelector("dialog[open]") !== null;
}
