/* The search page. Its state lives in the address, so that a search can be shared, gone back to and read again:
   q, type, year, kind, speaker, actor, source, outlet, sort, and since, the year back to which a reader asked. */
import { Facets, showChips } from "./search-facets.js";
import { NAMES, openIndex } from "./search-index.js";
import { item } from "./search-results.js";
import { say, WORDS } from "./search-words.js";

const STEP = 20;                                           // results at a time
const PAUSE = 350;                                         // ms without a key
const SHORTEST = 3;                                        // letters from which on typing searches: each word is a download
const root = new URL("../", import.meta.url);              // assets/search.js -> the top of the site
const $ = (id) => document.getElementById(id);
const form = $("nb-s");
let state, index, facets, run = 0;

const chosen = () => Object.fromEntries(NAMES.map((name) => [name, state.getAll(name)]));
const query = () => (state.get("q") ?? "").trim();
const sorting = () => state.get("sort") ?? (query() ? "best" : "newest");

function read() {
  state = new URLSearchParams(location.search);
  form.q.value = state.get("q") ?? "";
}

/* Typing changes the entry of the history, a choice makes a new one. */
function write(isChoice) {
  const words = form.q.value.trim();
  if (words) state.set("q", words); else state.delete("q");
  const address = state.size ? `?${state}` : location.pathname;
  if (address === location.search) return;
  if (isChoice) history.pushState(null, "", address); else history.replaceState(null, "", address);
}

async function show() {
  const me = ++run, filters = chosen(), words = query(), sort = sorting();
  $("nb-out").ariaBusy = "true";
  const late = setTimeout(() => { if (me === run) $("nb-count").textContent = WORDS.searching; }, 300);
  try {
    const count = words.split(/\s+/).filter(Boolean).length;
    const asked = NAMES.filter((name) => filters[name].length || facets.all.some((facet) => facet.name === name && facet.box.open));
    const parts = index.wanted(filters.year, state.get("since"), count, asked);
    const isFirst = !index.opened.length;
    await index.open(parts);
    if (isFirst) facets.open(["year", ...index.affordable(parts, count)]);
    const used = NAMES.filter((name) => filters[name].length);
    await index.load([...used, ...(isFirst ? index.affordable(parts, count) : [])]);
    const found = await index.find(words, filters, parts);
    const counts = { ...found.counts };
    // A chosen filter is counted as if it were not chosen, so that a reader can add to it.
    for (const name of used) counts[name] = (await index.find(words, { ...filters, [name]: [] }, parts)).counts[name];
    const without = found.results.length || !used.length ? 0 : (await index.find(words, {}, parts)).results.length;
    const results = await index.sorted(found.results, sort, words, parts);
    clearTimeout(late);
    if (me !== run) return;
    facets.show(counts, filters, index.loaded, index.closed);
    frame(filters, used, sort, words);
    const rest = filters.year.length ? [] : index.parts.filter((part) => !parts.includes(part));
    $("nb-count").textContent = results.length ? say("results", { n: results.length }) : without ? say("nothing_filtered", { n: without })
      : rest.length ? say("nothing_yet", { years: span(parts) }) : WORDS.nothing;
    further(parts, rest, count);
    await list(results, me);
  } catch {
    if (me === run) fail();
  } finally {
    clearTimeout(late);
  }
}

function frame(filters, used, sort, words) {
  showChips($("nb-chosen"), filters, remove, form.q);
  const number = used.reduce((sum, name) => sum + filters[name].length, 0);
  $("nb-filters").textContent = number ? ` (${number})` : "";
  form.sort.value = sort;
  form.sort.querySelector("[value=best]").disabled = !words;
}

function remove(name, value) {
  const rest = name ? state.getAll(name).filter((other) => other !== value) : [];
  for (const gone of name ? [name] : NAMES) state.delete(gone);
  for (const kept of rest) state.append(name, kept);
  return choose();
}

function choose() {
  write(true);
  return show();
}

/* The first results, then as many again each time a reader asks; the focus goes to the first new one. */
async function list(results, me) {
  let at = 0;
  const more = async () => {
    const part = await Promise.all(results.slice(at, at + STEP).map((result) => result.data()));
    if (me !== run) return;
    const made = part.map((found) => item(found, root));
    if (at) $("nb-out").append(...made); else $("nb-out").replaceChildren(...made);
    if (at) made[0]?.querySelector("a").focus();
    at += made.length;
    $("nb-next").hidden = at >= results.length;
  };
  $("nb-next").onclick = more;
  await more();
  if (me === run) $("nb-out").ariaBusy = "false";
}

const yearsOf = (parts) => [...new Set(parts.map((part) => part.year))];

/* The years of parts as words: the first and the last of many, and that of what states none. */
function span(parts) {
  const years = yearsOf(parts).filter((year) => year !== "none");
  const dated = years.length > 2 ? [`${years[0]}–${years.at(-1)}`] : years;
  return [...dated, ...(yearsOf(parts).includes("none") ? [WORDS.no_year] : [])].join(", ");
}

/* What was not searched yet, and the way to it. */
function further(parts, rest, count) {
  $("nb-further").hidden = !rest.length;
  if (!rest.length) return;
  $("nb-searched").textContent = say("searched", { years: span(parts), rest: span(rest) });
  const next = rest.filter((part) => part.year === rest[0].year);
  for (const [button, some, text] of [[$("nb-year"), next, say("search_year", { year: span(next) })], [$("nb-all"), rest, WORDS.search_all]]) {
    button.textContent = say("costs", { what: text, size: Math.round(index.weight(some, count, [...index.loaded]) / 1000) });
    button.hidden = button.id === "nb-all" && yearsOf(rest).length < 2;
    button.onclick = () => { state.set("since", some.at(-1).year); return choose().then(() => $("nb-count").focus()); };
  }
}

function fail() {
  run++;
  $("nb-count").textContent = "";
  $("nb-failed").hidden = false;
  $("nb-cols").hidden = true;
}

/* A filter that was opened is counted, which is one more download. */
async function ask(name) {
  if (!index || index.loaded.has(name) || name === "year" || !index.opened.length) return;
  await index.load([name]);
  await show();
}

let wait;
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); choose(); });
form.q.addEventListener("input", () => {
  clearTimeout(wait);
  const length = form.q.value.trim().length;
  if (length === 0 || length >= SHORTEST) wait = setTimeout(() => { write(false); show(); }, PAUSE);
});
form.addEventListener("change", (event) => {
  const { name, value, checked } = event.target;
  if (name === "sort") { state.set("sort", value); choose(); }
  if (event.target.type !== "checkbox") return;
  const rest = state.getAll(name).filter((other) => other !== value);
  state.delete(name);
  for (const kept of checked ? [...rest, value] : rest) state.append(name, kept);
  choose();
});
addEventListener("popstate", () => { read(); show(); });
addEventListener("unhandledrejection", (event) => { event.preventDefault(); fail(); });

read();
$("nb-cols").hidden = false;
if (matchMedia("(max-width: 44.98em)").matches) $("nb-facets").parentElement.open = false;
facets = new Facets($("nb-facets"), ask);
try {
  index = await openIndex(root);
  if (index.parts.length) await show(); else $("nb-count").textContent = WORDS.nothing;
} catch {
  fail();
}
