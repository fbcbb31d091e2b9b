/* The filters beside the results, and the chosen ones above them. */
import { NAMES } from "./search-index.js";
import { compare, el, say, WORDS } from "./search-words.js";

const MANY = 12;                                           // values from which on a filter has a field to find one
const FIRST = 8;                                           // of them that are shown before a reader types
const MATCHES = 30;

const OURS = {
  type: { quote: WORDS.quote, brief: WORDS.brief, actor: WORDS.actor_many },
  kind: { direct: WORDS.direct, mixed: WORDS.mixed, indirect: WORDS.indirect },
  year: { none: WORDS.no_year },
};                                                         // the word for a value that is a key; others are names
export const label = (name, value) => OURS[name]?.[value] ?? value;

/* One filter: a list of boxes, most frequent value first; `ask` is called when a reader opens it. */
class Facet {
  rows = [];

  constructor(name, ask) {
    this.name = name;
    this.list = el("div");
    this.note = el("p", { className: "nb-note", hidden: true });
    this.finder = el("input", { type: "search", className: "nb-facet__find", hidden: true, placeholder: WORDS.find, autocomplete: "off", aria: { label: `${WORDS.find}: ${WORDS[name]}` } });
    this.finder.addEventListener("input", (event) => { event.stopPropagation(); this.draw(); });
    this.finder.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    this.box = el("details", { className: "nb-facet", data: { facet: name } },
      el("summary", {}, WORDS[name]),
      el("fieldset", {}, el("legend", { className: "nb-sr" }, WORDS[name]), this.finder, this.list, this.note));
    this.box.addEventListener("toggle", () => { if (this.box.open) ask(name); });
  }

  /* `counts` are of this filter's values, undefined as long as nobody asked for them; `closed` are years without. */
  show(counts, chosen, closed) {
    const known = new Set([...Object.keys(counts ?? {}).filter((value) => counts[value]), ...chosen, ...(this.name === "year" ? closed : [])]);
    const keys = Object.keys(OURS[this.name] ?? {});
    const rank = (value) => (this.name === "year" ? -(Number(value) || 0) : keys.length ? keys.indexOf(value) : -(counts?.[value] ?? 0));
    this.chosen = chosen;
    this.rows = [...known].map((value) => [value, counts?.[value]])
      .sort(([a], [b]) => chosen.includes(b) - chosen.includes(a) || rank(a) - rank(b) || compare(a, b));
    this.finder.hidden = this.rows.length <= MANY;
    this.box.hidden = counts !== undefined && !this.rows.length;
    this.draw();
  }

  draw() {
    const sought = this.finder.hidden ? "" : this.finder.value.trim().toLocaleLowerCase();
    const fitting = this.rows.filter(([value]) => !sought || label(this.name, value).toLocaleLowerCase().includes(sought));
    const most = this.finder.hidden ? fitting.length : sought ? MATCHES : Math.max(FIRST, this.chosen.length);
    this.list.replaceChildren(...fitting.slice(0, most).map(([value, count], place) => this.row(value, count, place)));
    this.note.hidden = fitting.length <= most;
    this.note.textContent = this.note.hidden ? "" : say("more", { n: fitting.length - most });
  }

  row(value, count, place) {
    const input = el("input", { type: "checkbox", name: this.name, value, checked: this.chosen.includes(value), data: { key: `${this.name}=${value}` } });
    const number = count === undefined ? [] : [el("small", {}, count.toLocaleString(document.documentElement.lang))];
    return el("label", {}, input, el("bdi", {}, label(this.name, value)), ...number);
  }
}

export class Facets {
  constructor(box, ask) {
    this.box = box;
    this.all = NAMES.map((name) => new Facet(name, ask));
    box.append(...this.all.map((facet) => facet.box));
  }

  open(names) { for (const facet of this.all) if (names.includes(facet.name)) facet.box.open = true; }

  show(counts, chosen, loaded, closed) {
    const focus = document.activeElement?.dataset?.key;
    for (const facet of this.all) {
      const known = loaded.has(facet.name) || facet.name === "year";
      facet.show(known ? counts[facet.name] ?? {} : undefined, chosen[facet.name], closed);
    }
    if (focus) [...this.box.querySelectorAll("input")].find((input) => input.dataset.key === focus)?.focus();
  }
}

/* Chosen filters as buttons that remove them; the focus goes on to the next one, at last to `rest`. */
export function showChips(list, chosen, remove, rest) {
  const pairs = Object.entries(chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
  const after = (place) => (list.querySelectorAll("button")[place] ?? rest).focus();
  const chips = pairs.map(([name, value], place) => {
    const button = el("button", { type: "button", className: "nb-chip", aria: { label: say("remove", { name: WORDS[name], value: label(name, value) }) } },
      `${WORDS[name]}: `, el("bdi", {}, label(name, value)), el("span", { className: "nb-chip__x", aria: { hidden: "true" } }, "×"));
    button.addEventListener("click", async () => { await remove(name, value); after(Math.min(place, pairs.length - 2)); });
    return button;
  });
  const all = el("button", { type: "button", className: "nb-chip nb-chip--all" }, WORDS.clear);
  all.addEventListener("click", async () => { await remove(); rest.focus(); });
  list.replaceChildren(...(pairs.length ? [...chips, all] : []).map((button) => el("li", {}, button)));
  list.hidden = !pairs.length;
}
