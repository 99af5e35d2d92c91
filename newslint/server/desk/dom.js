/** Elements made of plain text: what a stranger wrote is never read as HTML. */

/** An element. `props` are attributes; functions are listeners; false, null and undefined are left out. */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button that says what it does. */
export function button(label, onClick, props = {}) {
  return el("button", { type: "button", click: onClick, ...props }, label);
}

/** The element with an id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Whether people asked for less motion. */
export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Bring an element into view without a jump. */
export function bringIntoView(element, block = "center") {
  element?.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
}

/** Bring an element into view if it stands at the edge or out of sight: what is seen already does not move. */
export function reveal(element, edge = 140) {
  const at = element?.getBoundingClientRect();
  if (at && (at.top < edge || at.bottom > innerHeight - edge)) bringIntoView(element);
}

/** Make these the children of an element, moving none that already stands where it belongs. */
export function settle(place, wanted) {
  const stay = new Set(wanted);
  for (const child of [...place.children]) if (!stay.has(child)) child.remove();
  let next = place.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else place.insertBefore(child, next);
  }
}
