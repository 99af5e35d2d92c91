/**
 * The server's answers. This is the edge at which code points become UTF-16 units: all places inside the page are
 * {from, to} in units of the text that was sent.
 */

import { asWritten } from "./marks.js";
import { Points } from "./offsets.js";

const TOKEN = "newslint-token";

/** Something the server refused, in its own words. */
export class Refused extends Error {
  constructor(message, hint = "", status = 0, wait = 0) {
    super(message);
    this.hint = hint;
    this.status = status; // of HTTP; 0 where nobody answered
    this.wait = wait; // seconds after which it is worth trying again; 0 where it is not
  }
}

/** Keep the token for as long as this tab lives. */
export function keepToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** Whether there is one, right or wrong. */
export function hasToken() {
  return Boolean(sessionStorage.getItem(TOKEN));
}

async function ask(path, body, more = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const asked = { headers, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", ...more };
  if (body) {
    asked.method = "POST";
    asked.body = JSON.stringify(body);
    headers["Content-Type"] = "application/json";
  }
  let answer;
  try {
    answer = await fetch(new URL(path, document.baseURI), asked);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused("The server does not answer.", "Is “newslint serve” still running?");
  }
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => ({}));
  const wait = Number(answer.headers.get("Retry-After")) || 0;
  throw new Refused(sentence(said.error?.message || `the server answered ${answer.status}`),
    sentence(said.error?.hint ?? ""), answer.status, wait);
}

/** What the server says, as a sentence of its own. */
function sentence(text) {
  return text && text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!…]$/.test(text) ? "" : ".");
}

/** Check and read a text: {findings, failures, known, stories}. One after the other: the server has one queue. */
export async function check(given, signal) {
  const checked = await ask("check", given, { signal });
  const shown = await ask("show", given, { signal });
  const points = new Points(given.text);
  return {
    findings: checked.findings.map((each) => findingOf(each, points)),
    failures: checked.failures,
    known: checked.known ?? 0,
    stories: shown.stories.map((each) => storyOf(each, points, given.text)),
  };
}

/** Make all safe fixes: {text, edits, made, left}. */
export async function fix(given) {
  return changeOf(await ask("fix", given), given.text);
}

/** Write requests to leave findings alone into the text: {text, edits, made, left}. */
export async function ignore(given) {
  return changeOf(await ask("ignore", given), given.text);
}

/** The names of the house styles there are. */
export async function styles() {
  const answer = await ask("styles");
  return (answer.styles ?? answer).map((each) => (typeof each === "string" ? each : each.name));
}

/** A rule's page as plain data. */
export function rule(id) {
  return ask(`rules/${encodeURIComponent(id)}`);
}

/** Tell the house what an editor made of a finding. */
export function decide(finding, decision, why = "") {
  const { fingerprint, rule, confidence } = finding;
  return ask("decisions", { fingerprint, rule, confidence, decision, why }, { keepalive: true });
}

function placeOf({ start, end }, points) {
  return { from: points.unit(start.offset ?? start), to: points.unit(end.offset ?? end) };
}

function editsOf(edits, points) {
  return edits.map((edit) => ({ ...placeOf(edit, points), text: edit.text }));
}

function changeOf(answer, text) {
  return { ...answer, edits: editsOf(answer.edits, new Points(text)) };
}

function findingOf(each, points) {
  return {
    ...each,
    ...placeOf(each, points),
    line: each.start.line,
    related: each.related.map((place) => ({ ...place, ...placeOf(place, points), line: place.start.line })),
    fixes: each.fixes.map((one) => ({ ...one, edits: editsOf(one.edits, points) })),
  };
}

function storyOf(story, points, text) {
  const placed = (each) => ({ ...each, ...placeOf(each, points) });
  const zoneOf = (zone) => asWritten({ ...placed(zone), role: zone.kind, runs: runsOf(zone, points) }, text);
  return {
    ...story,
    zones: story.zones.map(zoneOf),
    dateline: story.dateline && placed(story.dateline),
    quotes: story.quotes.map((quote) => ({ ...placed(quote), speaker: quote.speaker && placed(quote.speaker) })),
    mentions: story.mentions.map(placed),
  };
}

/** Which stretch of the source each run of a zone's prose stands for; null where the two are the same. */
function runsOf(zone, points) {
  if (!zone.segments) return null;
  const prose = new Points(zone.text);
  return zone.segments.map(([start, length, source, size]) => ({
    at: prose.unit(start),
    length: prose.unit(start + length) - prose.unit(start),
    from: points.unit(source),
    size: points.unit(source + size) - points.unit(source),
  }));
}
