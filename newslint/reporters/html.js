"use strict";
(() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const notes = all(".finding"), marks = all("mark"), numbers = all(".ref"), stories = all(".story:not(.failed)");
  const form = document.getElementById("filter"), place = document.getElementById("place");
  if (!form) return;
  let at = -1;

  const shown = () => notes.filter((note) => !note.hidden);

  const say = () => {
    const here = shown(), n = here.indexOf(notes[at]);
    const total = here.length + (here.length === 1 ? " finding" : " findings");
    place.textContent = n < 0 ? total : (n + 1) + " of " + total;
  };

  const filter = () => {
    const off = new Set(all("#filter input[name]:not(:checked)").map((box) => box.name + " " + box.value));
    for (const note of notes)
      note.hidden = off.has("rule " + note.dataset.rule) || off.has("severity " + note.dataset.severity);
    const left = new Set(shown().map((note) => note.id.slice(1)));
    for (const mark of marks) mark.classList.toggle("off", !mark.dataset.f.split(" ").some((n) => left.has(n)));
    for (const number of numbers) number.hidden = !left.has(number.dataset.f);
    for (const story of stories) story.hidden = !story.querySelector(".finding:not([hidden])");
    say();
  };

  const step = (by) => {
    const here = shown();
    if (!here.length) return;
    const order = here.map((note) => notes.indexOf(note));
    const next = by > 0 ? order.find((n) => n > at) ?? order[0] : order.findLast((n) => n < at) ?? order.at(-1);
    go(next);
    notes[at].focus({ preventScroll: true });
    (document.getElementById("m" + notes[at].id.slice(1)) || notes[at]).scrollIntoView({ block: "center" });
  };

  const go = (n) => {
    at = n;
    const number = notes[n].id.slice(1);
    for (const mark of marks) mark.classList.toggle("here", mark.dataset.f.split(" ").includes(number));
    say();
  };

  form.addEventListener("change", (event) => {
    if (event.target.id === "markup") document.body.classList.toggle("markup-shown", event.target.checked);
    else if (event.target.name) filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of all("[data-all]"))
    button.addEventListener("click", () => {
      for (const box of all("#filter input[name=rule]")) box.checked = Boolean(button.dataset.all);
      filter();
    });
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest(".finding");
    if (note) go(notes.indexOf(note));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
  addEventListener("pageshow", filter); // a browser that comes back keeps what was ticked
  if (matchMedia("(max-width: 63.99rem)").matches) document.querySelector(".tools details").open = false;
})();
