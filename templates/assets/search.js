/* The search page: Pagefind's index, our own markup. State lives in the address, so a search can be shared.
   Records are whole briefs and single quotes; filters: type, speaker, actor, source, year, wording.
   A record's own address is of no use; meta.url is the page it stands for, from the top of the site.
   Our own words come with the page, in its language. */
const FACETS = ["type", "speaker", "actor", "source", "year", "wording"];
const STEP = 20, TOP = 6;
const form = document.getElementById("nb-s");
if (form) {
  const WORDS = JSON.parse(document.getElementById("nb-words").textContent);
  const LABEL = { quote: WORDS.quote, brief: WORDS.brief, "not stated": WORDS.no_year };
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const count = (message, n) => (message[plural.select(n)] ?? message.other ?? message).replace("{n}", n);
  const root = new URL("../", import.meta.url);           // assets/search.js -> site root
  const $ = (id) => document.getElementById(id);
  const el = (tag, props = {}, ...kids) => { const e = Object.assign(document.createElement(tag), props); e.append(...kids); return e; };
  const state = new URLSearchParams(location.search);
  form.q.value = state.get("q") || "";
  if (matchMedia("(max-width: 44.98em)").matches) form.querySelector("details").open = false;
  const pf = await import(new URL("pagefind/pagefind.js", root));
  await pf.options({ baseUrl: root.pathname, excerptLength: 24 });
  const all = await pf.filters();
  let run = 0;

  const chosen = () => { const f = {}; for (const k of FACETS) { const v = state.getAll(k); if (v.length) f[k] = { any: v }; } return f; };

  function facets(res, wide) {
    const box = $("nb-facets"), keep = document.activeElement?.id;
    const open = new Set([...box.querySelectorAll("details[open]")].map((d) => d.dataset.k));
    box.replaceChildren(...FACETS.map((k) => {
      const on = state.getAll(k), counts = wide[k] || res.filters;
      const rows = Object.keys(all[k] || {}).map((v) => [v, counts?.[k]?.[v] ?? 0])
        .filter(([v, n]) => n || on.includes(v))
        .sort((a, b) => on.includes(b[0]) - on.includes(a[0]) || (k === "year" ? (Number(b[0]) || 0) - (Number(a[0]) || 0) : b[1] - a[1] || a[0].localeCompare(b[0])))
        .map(([v, n]) => {
          const id = `f-${k}-${v}`.replace(/\W+/g, "-");
          const input = el("input", { type: "checkbox", name: k, value: v, id, checked: on.includes(v) });
          return el("label", { htmlFor: id }, input, el("span", { textContent: LABEL[v] || v }), el("small", { textContent: n }));
        });
      const set = el("fieldset", {}, el("legend", { textContent: WORDS[k] }), ...rows.slice(0, TOP));
      set.hidden = !rows.length;
      if (rows.length > TOP) {
        const more = el("details", {}, el("summary", { textContent: count(WORDS.more, rows.length - TOP) }), ...rows.slice(TOP));
        more.dataset.k = k; more.open = open.has(k); set.append(more);
      }
      return set;
    }));
    if (keep) $(keep)?.focus();
  }

  const item = (r) => {
    const m = r.meta, body = el(m.type === "quote" ? "blockquote" : "p", { className: "nb-v", lang: "en" });
    body.innerHTML = r.excerpt;                            // Pagefind escapes the text and adds <mark>
    const head = el("a", { href: new URL(m.url, root), textContent: m.title });
    const line = [m.speaker && el("b", { textContent: m.speaker }), m.kind !== "direct" && m.wording && el("span", { className: "nb-tag", textContent: m.wording }), m.date && el("span", { textContent: m.date })].filter(Boolean);
    return m.type === "quote"
      ? el("li", { className: `nb-q nb-q--${m.kind}` }, body, el("p", { className: "nb-where" }, ...line, head))
      : el("li", { className: "nb-hit" }, el("h2", {}, head), body, el("p", { className: "nb-meta" }, ...line));
  };

  async function show(push) {
    const me = ++run, q = form.q.value.trim();
    q ? state.set("q", q) : state.delete("q");
    if (push) history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
    const res = await pf.search(q || null, { filters: chosen(), ...(q ? {} : { sort: { date: "desc" } }) });
    if (me !== run) return;
    // a chosen facet is counted as if it were not chosen, so that a reader can add to it
    const f = chosen(), wide = {};
    for (const k of Object.keys(f)) { const { [k]: _, ...rest } = f; wide[k] = (await pf.search(q || null, { filters: rest })).filters; }
    if (me !== run) return;
    facets(res, wide);
    const n = res.results.length;
    $("nb-count").textContent = n ? count(WORDS.results, n) : WORDS.nothing;
    $("nb-out").replaceChildren();
    let at = 0;
    const more = async () => {
      const part = await Promise.all(res.results.slice(at, at + STEP).map((r) => r.data()));
      if (me !== run) return;
      $("nb-out").append(...part.map(item)); at += part.length; $("nb-next").hidden = at >= n;
    };
    $("nb-next").onclick = more;
    await more();
    document.documentElement.dataset.nbReady = "1";
  }

  form.addEventListener("submit", (e) => { e.preventDefault(); show(true); });
  let wait; form.q.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => show(true), 200); });
  form.addEventListener("change", (e) => {
    if (e.target.type !== "checkbox") return;
    const { name, value, checked } = e.target, rest = state.getAll(name).filter((v) => v !== value);
    state.delete(name); for (const v of checked ? [...rest, value] : rest) state.append(name, v);
    show(true);
  });
  show(false);
}
