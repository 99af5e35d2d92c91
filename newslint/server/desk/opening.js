/** Stories that are opened: from a file, dropped or pasted. They are read in the browser and go nowhere from here. */

import { byId } from "./dom.js";
import { Refused } from "./api.js";

const MOST = 4_000_000; // bytes of a file
const ENDINGS = /\.(txt|text|md|markdown|html?|xhtml)$/i;

/** Tell `open` of each story that comes: {name, text, crlf}; and `fail` of what cannot be read. */
export function watchForStories(open, fail) {
  const picker = byId("file");
  const take = (file) => read(file).then(open, fail);
  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    if (picker.files[0]) take(picker.files[0]);
    picker.value = "";
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  for (const over of ["dragleave", "drop"]) {
    document.addEventListener(over, (event) => {
      if (over === "drop" || !event.relatedTarget) document.body.classList.remove("dropping");
    });
  }
  document.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (!text?.trim() || event.target.closest?.("input, textarea:not(#paste), dialog")) return;
    event.preventDefault();
    open({ name: "", ...lines(text) });
  });
}

async function read(file) {
  if (!ENDINGS.test(file.name)) {
    throw new Refused(`The desk does not open “${file.name}”.`,
      "It opens .txt, .md and .html. For Word and other files use “newslint check” on the command line.");
  }
  if (file.size > MOST) throw new Refused(`“${file.name}” is too large.`, "Open a file of at most 4 MB.");
  return { name: file.name, ...lines(decoded(new Uint8Array(await file.arrayBuffer()))) };
}

/** Bytes as text: UTF-8, UTF-16 with a byte-order mark, or else Windows-1252. */
export function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A text with the line ends of a textarea, and whether it had others; no half of a sign is left. */
export function lines(text) {
  return { text: whole(text).replace(/\r\n?/g, "\n"), crlf: text.includes("\r\n") };
}

function whole(text) {
  return text.toWellFormed ? text.toWellFormed() : text;
}
