/** The text as it is typed: a plain textarea over a sheet on which the findings are marked. */

import { byId, el } from "./dom.js";
import { pieces } from "./marks.js";

export class Editor {
  /** `changed` is called with the text whenever somebody types. */
  constructor(changed) {
    this.area = byId("text");
    this.behind = byId("behind");
    this.area.addEventListener("input", () => {
      this.behind.classList.add("stale"); // until the marks stand where they belong again
      changed(this.area.value);
    });
    this.area.addEventListener("scroll", () => this.follow());
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    if (this.area.value === text) return;
    const { scrollTop } = this.area;
    this.area.value = text;
    this.area.scrollTop = scrollTop;
    this.behind.classList.add("stale");
  }

  /** Mark findings on the sheet behind the text, which must be the text that they are of. */
  mark(findings, chosen) {
    if (!this.area.offsetParent) return;
    const { text } = this;
    const parts = pieces(text.length, findings).map(({ from, to, over }) => {
      const finding = over.find((each) => each.fingerprint === chosen) ?? over.at(-1);
      const words = text.slice(from, to);
      const current = finding?.fingerprint === chosen ? " current" : "";
      return finding ? el("mark", { class: `mark ${finding.severity}${current}` }, words) : words;
    });
    this.behind.replaceChildren(...parts, "\n ");
    this.behind.classList.remove("stale");
    this.follow();
  }

  /** Put the cursor's selection on a stretch and bring it into view, without taking the focus. */
  show({ from, to }) {
    if (!this.area.offsetParent) return;
    this.area.setSelectionRange(from, to);
    const range = document.createRange();
    const walker = document.createTreeWalker(this.behind, NodeFilter.SHOW_TEXT);
    let at = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (at + node.length > from) {
        range.setStart(node, from - at);
        range.setEnd(node, Math.min(node.length, from - at + 1));
        const top = range.getBoundingClientRect().top - this.behind.getBoundingClientRect().top;
        this.area.scrollTop = Math.max(0, top + this.behind.scrollTop - this.area.clientHeight / 3);
        return;
      }
      at += node.length;
    }
  }

  follow() {
    this.behind.scrollTop = this.area.scrollTop;
  }
}
