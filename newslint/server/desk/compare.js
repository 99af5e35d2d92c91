/** Findings counted and set against each other. */

export const SEVERITIES = ["error", "warning", "note"];

/** What newly is found and what no longer is, by fingerprint. */
export function compared(before, after) {
  const old = new Set(before.map((each) => each.fingerprint));
  const now = new Set(after.map((each) => each.fingerprint));
  return {
    come: after.filter((each) => !old.has(each.fingerprint)),
    gone: before.filter((each) => !now.has(each.fingerprint)),
  };
}

/** How many findings there are of each severity. */
export function bySeverity(findings) {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0]));
  for (const each of findings) counts[each.severity] += 1;
  return counts;
}

/** A count with its noun: “1 finding”, “2 findings”, “no findings”. */
export function counted(number, noun) {
  return `${number === 0 ? "no" : number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** “2 errors, 1 note”, or “no findings”. */
export function inWords(findings) {
  const counts = bySeverity(findings);
  const said = SEVERITIES.filter((severity) => counts[severity]).map((s) => counted(counts[s], s));
  return said.join(", ") || "no findings";
}

/** Each speaker's share of the longest-quoted one's words, from 0 to 1. */
export function shares(speakers) {
  const most = Math.max(1, ...speakers.map((each) => each.words));
  return speakers.map((each) => each.words / most);
}

/** The words of a text: runs of letters and digits, with the apostrophes and hyphens inside. */
export function words(text) {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
