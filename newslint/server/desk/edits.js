/** Changes of a text: made, found, and where they stand afterwards. An edit is {from, to, text}, in UTF-16 units. */

/** The text with all of these edits made; none may touch another. */
export function applied(text, edits) {
  let at = 0;
  let out = "";
  for (const edit of inOrder(edits)) {
    out += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + text.slice(at);
}

/** Where the new words of edits stand in the changed text; what was only deleted is an empty stretch. */
export function landed(edits) {
  let shift = 0;
  return inOrder(edits).map((edit) => {
    const from = edit.from + shift;
    shift += edit.text.length - (edit.to - edit.from);
    return { from, to: from + edit.text.length };
  });
}

/** The one edit that leads from a text to another, as none or one. */
export function between(before, after) {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (splits(before, start) || splits(after, start)) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (splits(before, before.length - end) || splits(after, after.length - end)) end--;
  return [{ from: start, to: before.length - end, text: after.slice(start, after.length - end) }];
}

function inOrder(edits) {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Whether a place lies between the two units of one sign. */
function splits(text, at) {
  return at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
