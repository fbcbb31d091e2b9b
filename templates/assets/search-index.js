/* Pagefind's indexes, one a year: which of them a search opens, what it finds in them, and in which order.
   A search opens the newest years and no more than BUDGET of bytes; a chosen year, or a reader who asks, opens others. */
const BUDGET = 185_000;                                    // of the first search, so that all of it stays below 200 KB
const FIXED = 80_000;                                      // Pagefind itself and twenty results
const PATIENCE = 60_000;                                   // ms: an index that is not there never answers
const ALWAYS = ["type"];                                   // filters whose counts are always shown
export const NAMES = ["type", "year", "kind", "speaker", "actor", "source", "outlet"];
const UNDATED = "none";                                    // the year of what states none
const LEFT_OUT = "quote";                                  // a record without a type

export async function openIndex(root) {
  const base = new URL("pagefind/", root);
  const response = await fetch(new URL("years.json", base), { cache: "no-cache" });
  if (!response.ok) throw new Error(response.status);
  const parts = await response.json();
  return new Index(base, parts);
}

class Index {
  opened = [];                                             // parts, in the order in which they were opened
  loaded = new Set(ALWAYS);                                // filters that have counts
  #orders = new Map();

  constructor(base, parts) { Object.assign(this, { base, parts }); }

  /* Years of which nothing is counted yet. */
  get closed() { return [...new Set(this.parts.filter((part) => !this.opened.includes(part)).map((part) => part.year))]; }

  /* The parts that a search needs: those of chosen years, those back to a year, or the newest that are not too heavy. */
  wanted(years, since, words, names) {
    if (years.length) return this.parts.filter((part) => years.includes(part.year));
    if (since) return this.parts.slice(0, this.parts.findLastIndex((part) => part.year === since) + 1);
    let left = BUDGET - FIXED;
    return this.parts.filter((part, place) => { left -= weight(part, words, names); return place === 0 || left >= 0; });
  }

  weight(parts, words, names) { return parts.reduce((sum, part) => sum + weight(part, words, names), 0); }

  /* Filters whose counts the first search can show as well: lightest first, as long as the budget holds. */
  affordable(parts, words) {
    const names = [...ALWAYS];
    for (const name of NAMES.filter((name) => name !== "year" && !ALWAYS.includes(name)))
      if (FIXED + this.weight(parts, words, [...names, name]) <= BUDGET) names.push(name);
    return names;
  }

  async open(parts) {
    for (const part of parts.filter((part) => !this.opened.includes(part))) {
      const where = new URL(`${part.path}/`, this.base).href;
      const options = { mergeFilter: { year: part.year, part: part.path } };
      if (this.opened.length) await patient(this.pagefind.mergeIndex(where, options));
      else {
        this.pagefind = await import(new URL("pagefind.js", this.base));
        await this.pagefind.options({ basePath: where, ...options });
      }
      this.opened.push(part);
    }
    await this.load([...this.loaded]);
  }

  /* Fetches what is needed to count the values of filters. */
  async load(names) {
    names.forEach((name) => this.loaded.add(name));
    const asked = names.filter((name) => name !== "year").map((name) => [name, { any: [""] }]);
    if (this.pagefind && asked.length) await patient(this.pagefind.preload(null, { filters: Object.fromEntries(asked) }));
  }

  /* Results and, for each filter, how many of them have which value. */
  async find(query, chosen, parts) {
    const found = await patient(this.pagefind.search(query || null, { filters: this.#filters(chosen, parts) }));
    const counts = { ...found.filters }, types = counts.type ?? {};
    const others = Object.values(types).reduce((sum, n) => sum + n, 0);
    counts.type = { [LEFT_OUT]: found.results.length - others, ...types };
    return { results: found.results, counts };
  }

  #filters(chosen, parts) {
    const filters = {};
    for (const [name, values] of Object.entries(chosen)) if (values.length) filters[name] = { any: values };
    if (filters.type?.any.includes(LEFT_OUT)) {
      const others = ["brief", "actor"].filter((type) => !filters.type.any.includes(type));
      delete filters.type;
      if (others.length) filters.not = { type: { any: others } };
    }
    if (this.opened.some((part) => !parts.includes(part))) filters.part = { any: parts.map((part) => part.path) };
    return filters;
  }

  /* Newest or oldest first. Without words Pagefind keeps the order of its indexes, each of which is newest first. */
  async sorted(results, sort, query, parts) {
    if (sort === "best" || (sort === "newest" && !query && isInOrder(this.opened, this.parts))) return results;
    const orders = new Map(await Promise.all(parts.map(async (part) => [part, await this.#order(part)])));
    const dated = parts.filter((part) => part.year !== UNDATED).flatMap((part) => orders.get(part));
    const rest = parts.filter((part) => part.year === UNDATED).flatMap((part) => orders.get(part));
    const places = new Map([...(sort === "oldest" ? dated.reverse() : dated), ...rest].map((id, place) => [id, place]));
    return results.map((result) => [places.get(short(result.id)), result]).sort(([a], [b]) => a - b).map(([, result]) => result);
  }

  async #order(part) {
    if (!this.#orders.has(part)) {
      const response = await fetch(new URL(`${part.path}/order.txt`, this.base));
      this.#orders.set(part, (await response.text()).split("\n"));
    }
    return this.#orders.get(part);
  }
}

const weight = (part, words, names) => part.meta + words * part.chunk + [...new Set([...ALWAYS, ...names])].reduce((sum, name) => sum + (part.filters[name] ?? 0), 0);
const short = (id) => id.slice(id.indexOf("_") + 1);
const isInOrder = (some, all) => some.every((part, place) => place === 0 || all.indexOf(some[place - 1]) < all.indexOf(part));
const patient = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("late")), PATIENCE))]);
