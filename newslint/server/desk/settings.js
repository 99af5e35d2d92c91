/** The few things that this browser remembers: light or dark, and whether letters are keys. Never a text. */

import { byId } from "./dom.js";

const THEME = "newslint-theme";
const LETTERS = "newslint-letters";

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // it is forgotten with the page
  }
}

/** Whether single letters are keys. */
export function letters() {
  return byId("letters").checked;
}

/** Take up what was remembered, and remember what is changed. */
export function readySettings() {
  const box = byId("letters");
  box.checked = kept(LETTERS) !== "off";
  box.addEventListener("change", () => keep(LETTERS, box.checked ? "on" : "off"));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = (theme) => {
    document.documentElement.dataset.theme = theme;
    byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  };
  const now = () => kept(THEME) ?? (dark.matches ? "dark" : "light");
  set(now());
  dark.addEventListener("change", () => set(now()));
  byId("theme").addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    keep(THEME, theme);
    set(theme);
  });
}
