/** The names of a story with every spelling of each, and those that differ. */

/**
 * Group mentions by name: [{name, sort, spellings: [{text, places: [{from, to}], differs}]}]. A finding on names whose
 * words are spelled otherwise elsewhere joins the name that it points to, as a spelling that differs, and is no name of
 * its own any more.
 */
export function namesOf(text, mentions, findings) {
  const names = new Map();
  for (const mention of mentions) {
    const key = `${mention.sort} ${mention.name}`;
    if (!names.has(key)) names.set(key, { name: mention.name, sort: mention.sort, spellings: [] });
    add(names.get(key), text.slice(mention.from, mention.to), mention, false);
  }
  for (const finding of findings) {
    const right = finding.topic === "names" && rightForm(finding);
    if (!right) continue;
    const known = [...names.values()].find((each) => hasWords(each.name, right.text));
    const name = known ?? { name: right.text, sort: "name", spellings: [] };
    if (!known) names.set(`name ${right.text}`, name);
    if (right.place) add(name, right.text, right.place, false);
    for (const other of names.values()) if (other !== name) takeOut(other, finding);
    add(name, finding.match, finding, true);
  }
  return [...names.values()].filter(placesOf).sort((a, b) => differing(b) - differing(a) || placesOf(b) - placesOf(a));
}

/** Whether one of a name's spellings differs from the others. */
export function differing(name) {
  return name.spellings.some((each) => each.differs) ? 1 : 0;
}

function placesOf(name) {
  return name.spellings.reduce((sum, each) => sum + each.places.length, 0);
}

function rightForm(finding) {
  const [place] = finding.related;
  if (place?.match) return { text: place.match, place };
  const fix = finding.fixes[0]?.edits;
  return fix?.length === 1 && fix[0].text ? { text: fix[0].text, place: null } : null;
}

function takeOut(name, place) {
  for (const spelling of name.spellings) {
    spelling.places = spelling.places.filter((each) => each.from !== place.from || each.to !== place.to);
  }
  name.spellings = name.spellings.filter((each) => each.places.length);
}

function hasWords(name, words) {
  return ` ${name} `.includes(` ${words} `) || ` ${words} `.includes(` ${name} `);
}

function add(name, text, place, differs) {
  let spelling = name.spellings.find((each) => each.text === text);
  if (!spelling) name.spellings.push((spelling = { text, places: [], differs }));
  spelling.differs ||= differs;
  if (!spelling.places.some((each) => each.from === place.from)) {
    spelling.places.push({ from: place.from, to: place.to });
  }
}
