/* Pages of actors: the field that leaves only the rows with a name, and the mark at the year that is shown. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const form = document.querySelector(".nb-find");
if (form) {
  const field = form.querySelector("input[type=search]"), told = form.querySelector("[role=status]");
  const rows = [...document.querySelectorAll(".nb-who > tbody > tr")].map((row) => [row, plain(row.textContent)]);
  const leave = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) { row.hidden = !words.every((word) => text.includes(word)); shown += !row.hidden; }
    const message = shown ? told.dataset.found : told.dataset.none;
    told.textContent = words.length ? message.replace("{n}", shown).replace("{all}", rows.length) : "";
  };
  form.hidden = false;
  field.addEventListener("input", leave);
  if (field.value) leave();
}

/* The row of years: the address says which is shown, the style sheet hides the others. */
const years = [...document.querySelectorAll('.nb-filter a[href^="#"]')];
const mark = () => {
  const chosen = years.find((link) => link.hash === location.hash && link.hash.startsWith("#said-")) ?? years[0];
  for (const link of years) link === chosen ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
};
if (years.length > 1) { addEventListener("hashchange", mark); mark(); }
