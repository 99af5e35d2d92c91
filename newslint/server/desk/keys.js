/** The keyboard: one letter an action, never while somebody types. */

import { byId } from "./dom.js";
import { help, open } from "./dialogs.js";
import { letters } from "./settings.js";

/** Call an action for its key. `actions` are named by the keys of `event.key`. */
export function watchKeys(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || open()) return;
    const typing = event.target.closest?.("textarea, input:not([type=checkbox]), select");
    if (typing) {
      if (event.key === "Escape") actions.leave?.(typing);
      return;
    }
    const action = event.key === "?" ? help : arrow(event, actions) ?? (letters() ? actions[event.key] : null);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** Arrows go through the findings only inside their list: elsewhere they move the page. */
function arrow(event, actions) {
  if (!byId("list").contains(event.target)) return null;
  return { ArrowDown: actions.j, ArrowUp: actions.k }[event.key] ?? null;
}
