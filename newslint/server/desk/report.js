/** What was found as Markdown, to paste into a mail, a ticket or a chat. */

import { counted, inWords } from "./compare.js";

/** A report on one text: its findings with their lines, and who is quoted. */
export function asMarkdown({ name, style, findings, stories, known = 0 }) {
  const title = headline(stories) || name || "Story";
  const out = [`# ${escaped(title)}`, "", `${capital(inWords(findings))}${style ? `, by ${escaped(style)} style` : ""}.`];
  if (known) out.push(`${capital(counted(known, "known finding"))} left out.`);
  out.push("");
  for (const each of findings) {
    const fix = each.fixes[0] ? ` *${escaped(each.fixes[0].title)}.*` : "";
    out.push(`- **Line ${each.line}, ${each.severity}**: ${escaped(each.message)} (${each.rule}).${fix}`);
  }
  const speakers = stories.flatMap((story) => story.speakers);
  if (speakers.length) out.push("", "## Who is quoted", "");
  for (const each of speakers) {
    const who = each.name || "Nobody named";
    out.push(`- ${escaped(who)}: ${counted(each.quotes, "quotation")}, ${counted(each.words, "word")}`);
  }
  return `${out.join("\n").trim()}\n`;
}

/** The first headline of stories as read. */
export function headline(stories) {
  return stories.flatMap((story) => story.zones).find((zone) => zone.role === "headline")?.text.trim() ?? "";
}

/** A text in which nothing is taken for Markdown or HTML, on one line. */
export function escaped(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
