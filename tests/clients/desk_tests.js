// The desk's plain functions; run by test_desk.py with `node --test` beside copies of its modules.

import assert from "node:assert/strict";
import test from "node:test";

import { compared, counted, inWords, shares, words } from "./compare.js";
import { applied, between, landed } from "./edits.js";
import { asWritten, inProse, pieces } from "./marks.js";
import { differing, namesOf } from "./names.js";
import { Points } from "./offsets.js";
import { decoded, lines } from "./opening.js";
import { asMarkdown, escaped } from "./report.js";
import { endingOf } from "./state.js";

const SIGNS = ["a", "é", "“", "—", "😀", "𝒜", "👩‍🚀", "\n", " ", "中", "\u0301"];

/** Texts of many signs, the same at every run. */
function* texts(count) {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let n = 0; n < count; n++) {
    yield Array.from({ length: Math.floor(random() * 40) }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join("");
  }
}

test("every code point of a text is found where it stands, and back", () => {
  for (const text of texts(400)) {
    const points = new Points(text);
    const signs = Array.from(text);
    assert.equal(points.length, signs.length);
    let unit = 0;
    signs.forEach((sign, point) => {
      assert.equal(points.unit(point), unit);
      assert.equal(points.point(unit), point);
      if (sign.length === 2) assert.equal(points.point(unit + 1), point);
      unit += sign.length;
    });
    assert.equal(points.unit(signs.length), text.length);
    assert.equal(points.point(text.length), signs.length);
  }
});

test("half a sign counts as one code point, as in Python", () => {
  const points = new Points("a\ud83db😀\ude00c");
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map((n) => points.unit(n)), [0, 1, 2, 3, 5, 6, 7]);
});

test("between two texts lies one edit that leads from the one to the other and halves no sign", () => {
  const all = [...texts(120)];
  for (const [n, before] of all.entries()) {
    const after = all[(n * 7 + 3) % all.length];
    const edits = between(before, after);
    assert.equal(applied(before, edits), after);
    for (const { from, to, text } of edits) {
      assert.ok([before.slice(0, from), before.slice(from, to), before.slice(to), text].every((part) => part.isWellFormed()));
    }
  }
  assert.deepEqual(between("same", "same"), []);
  assert.deepEqual(between("x😀y", "x😁y"), [{ from: 1, to: 3, text: "😁" }]);
});

test("changes are found again where they have landed", () => {
  const edits = [{ from: 8, to: 9, text: "" }, { from: 0, to: 1, text: "One" }, { from: 4, to: 4, text: "!" }];
  const after = applied("1 two, three", edits);
  assert.equal(after, "One tw!o, tree");
  assert.deepEqual(landed(edits), [{ from: 0, to: 3 }, { from: 6, to: 7 }, { from: 11, to: 11 }]);
});

test("pieces cover a text once, each with what lies over it", () => {
  const ranges = [{ from: 0, to: 4, id: 1 }, { from: 2, to: 6, id: 2 }, { from: 5, to: 5, id: 3 }, { from: 9, to: 9, id: 4 }];
  const cut = pieces(9, ranges);
  assert.deepEqual(cut.map(({ from, to, over }) => [from, to, over.map((each) => each.id)]),
    [[0, 2, [1]], [2, 4, [1, 2]], [4, 5, [2]], [5, 6, [2]], [6, 9, []], [9, 9, []]]);
  assert.deepEqual(cut.map(({ points }) => points.map((each) => each.id)), [[], [], [], [3], [], [4]]);
  assert.deepEqual(pieces(0, []), []);
});

test("a place of the source is found in a paragraph's prose, past markup and signs written otherwise", () => {
  const zone = { from: 10, to: 34, runs: [ // “A **bold** &amp; b” and its prose “A bold & b”
    { at: 0, length: 2, from: 10, size: 2 }, { at: 2, length: 4, from: 14, size: 4 },
    { at: 6, length: 1, from: 20, size: 1 }, { at: 7, length: 1, from: 21, size: 5 }, { at: 8, length: 2, from: 26, size: 2 },
  ] };
  assert.deepEqual(inProse(zone, 14, 18), { from: 2, to: 6 });
  assert.deepEqual(inProse(zone, 12, 20), { from: 2, to: 6 });
  assert.deepEqual(inProse(zone, 21, 26), { from: 7, to: 8 });
  assert.deepEqual(inProse(zone, 18, 20), { from: 6, to: 6 }, "markup alone is a place");
  assert.deepEqual(inProse(zone, 5, 11), { from: 0, to: 1 });
  assert.equal(inProse(zone, 0, 9), null);
  assert.deepEqual(inProse({ from: 4, to: 8, runs: null }, 0, 6), { from: 0, to: 2 });
  assert.deepEqual(inProse({ from: 4, to: 8, runs: null }, 4, 4), { from: 0, to: 0 });
});

test("a template's sign is shown as it is written, and what follows it stays in its place", () => {
  const source = "Dear {{name}} &amp; all";
  const zone = { from: 0, to: 23, text: "Dear x & all", runs: [{ at: 0, length: 5, from: 0, size: 5 },
    { at: 5, length: 1, from: 5, size: 8 }, { at: 6, length: 1, from: 13, size: 1 },
    { at: 7, length: 1, from: 14, size: 5 }, { at: 8, length: 4, from: 19, size: 4 }] };
  const shown = asWritten(zone, source);
  assert.equal(shown.text, "Dear {{name}} & all");
  assert.deepEqual(inProse(shown, 20, 23), { from: 16, to: 19 });
  const plain = { ...zone, runs: null };
  assert.equal(asWritten(plain, source), plain);
});

test("findings that come and go are told apart by their fingerprints", () => {
  const of = (...names) => names.map((fingerprint) => ({ fingerprint, severity: "note" }));
  const { come, gone } = compared(of("a", "b"), of("b", "c", "d"));
  assert.deepEqual([come, gone].map((each) => each.map((one) => one.fingerprint)), [["c", "d"], ["a"]]);
});

test("counts are said in words", () => {
  assert.equal(counted(1, "word"), "1 word");
  assert.equal(counted(0, "word"), "no words");
  assert.equal(inWords([{ severity: "note" }, { severity: "error" }, { severity: "note" }]), "1 error, 2 notes");
  assert.equal(inWords([]), "no findings");
  assert.equal(words("It’s a well-known fact, 3,000 times: naïve."), 8);
  assert.deepEqual(shares([{ words: 20 }, { words: 5 }]), [1, 0.25]);
  assert.deepEqual(shares([]), []);
});

test("a spelling that differs joins the name that it is meant for", () => {
  const text = "Ana Lindqvist … Lindqvist … Lindquist … Oslo";
  const mentions = [{ sort: "person", name: "Ana Lindqvist", from: 0, to: 13 },
    { sort: "person", name: "Ana Lindqvist", from: 16, to: 25 }, { sort: "person", name: "Lindquist", from: 28, to: 37 },
    { sort: "place", name: "Oslo", from: 40, to: 44 }];
  const finding = { topic: "names", match: "Lindquist", from: 28, to: 37, fixes: [],
    related: [{ match: "Lindqvist", from: 16, to: 25 }] };
  const [first, second, ...others] = namesOf(text, mentions, [finding]);
  assert.deepEqual([second.name, others], ["Oslo", []]);
  assert.equal(first.name, "Ana Lindqvist");
  assert.deepEqual(first.spellings.map((each) => [each.text, each.differs, each.places.length]),
    [["Ana Lindqvist", false, 1], ["Lindqvist", false, 1], ["Lindquist", true, 1]]);
  assert.deepEqual([differing(first), differing(second)], [1, 0]);
});

test("a report in Markdown holds strangers' words as text", () => {
  assert.equal(escaped("<b>*x*</b>\n[a](b) `c` | #"), "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\| \\#");
  const report = asMarkdown({ name: "a.md", style: "ap", known: 1,
    findings: [{ line: 3, severity: "error", message: "“<i>” is left", rule: "leftover-markup", fixes: [] }],
    stories: [{ zones: [{ role: "headline", text: "Storm" }], speakers: [{ name: "", quotes: 1, words: 4 }] }] });
  assert.equal(report, "# Storm\n\n1 error, by ap style.\n1 known finding left out.\n\n" +
    "- **Line 3, error**: “\\<i\\>” is left (leftover-markup).\n\n" +
    "## Who is quoted\n\n- Nobody named: 1 quotation, 4 words\n");
});

test("files are read in the encoding that their bytes show", () => {
  assert.equal(decoded(new TextEncoder().encode("\ufeffé😀")), "é😀");
  assert.equal(decoded(new Uint8Array([0x41, 0xe9])), "Aé");
  assert.equal(decoded(new Uint8Array([0xff, 0xfe, 0x41, 0])), "A");
  assert.deepEqual(lines("a\r\nb\rc\ud800"), { text: "a\nb\nc\ufffd", crlf: true });
});

test("the format is told by the name, or else by what the text begins with", () => {
  const told = [["a.HTM", ""], ["", "<!DOCTYPE html>"], ["", "# Head\n"], ["", "---\ntitle: x"], ["", "Plain"], ["a.txt", "# x"]];
  assert.deepEqual(told.map(([name, text]) => endingOf(name, text)), ["html", "html", "md", "md", "txt", "txt"]);
});
