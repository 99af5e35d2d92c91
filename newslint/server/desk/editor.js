/** The text as it is typed: a plain textarea, and the way to a place in it. */

import { byId } from "./dom.js";

const STYLES = ["fontFamily", "fontSize", "lineHeight", "letterSpacing", "paddingLeft", "paddingRight", "tabSize"];

export class Editor {
  /** `changed` is called with the text whenever somebody types. */
  constructor(changed) {
    this.area = byId("text");
    this.area.addEventListener("input", () => changed(this.area.value));
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    if (this.area.value === text) return;
    const { scrollTop } = this.area;
    this.area.value = text;
    this.area.scrollTop = scrollTop;
  }

  /** Select a stretch and bring it into view, without taking the focus. */
  show({ from, to }) {
    if (!this.area.offsetParent) return;
    this.area.setSelectionRange(from, to);
    this.area.scrollTop = Math.max(0, this.heightOf(from) - this.area.clientHeight / 3);
  }

  /** How far down a place stands, measured on a copy that nobody sees. */
  heightOf(at) {
    const twin = document.createElement("div");
    twin.className = "twin";
    const style = getComputedStyle(this.area);
    for (const name of STYLES) twin.style[name] = style[name];
    twin.style.width = `${this.area.clientWidth}px`;
    twin.textContent = `${this.area.value.slice(0, at)}.`;
    document.body.append(twin);
    const height = twin.offsetHeight;
    twin.remove();
    return height;
  }
}
