/**
 * What an editor made of findings, told to the house a few seconds later, so that what is undone is never told. The
 * house gets the finding's fingerprint, its rule and the reason, and no word of the text.
 */

import { decide } from "./api.js";

const WAIT = 6000; // milliseconds in which one may think better of it

let waiting = [];
let timer = 0;
let wanted = true; // until the server says that it keeps none

/** Tell of a decision soon; the function that is returned takes it back. */
export function tellSoon(findings, decision, why = "") {
  const told = findings.map((finding) => ({ finding, decision, why }));
  waiting.push(...told);
  clearTimeout(timer);
  timer = setTimeout(tellNow, WAIT);
  return () => (waiting = waiting.filter((each) => !told.includes(each)));
}

/** Tell all that waits, at once: the page may be about to close. */
export function tellNow() {
  clearTimeout(timer);
  const now = wanted ? waiting : [];
  waiting = [];
  return Promise.all(now.map(({ finding, decision, why }) =>
    decide(finding, decision, why).catch((error) => {
      if (error.status === 404) wanted = false;
    })));
}

addEventListener("pagehide", tellNow);
