/* What a result looks like. Words of articles become text, never markup. */
import { el, say, WORDS } from "./search-words.js";

const WHOLE = 60;                                          // words up to which a text is shown whole
const SHOWN = 40;                                          // words of a longer one
const BACK = 12;                                           // words to look back for the beginning of a sentence
const ENDS = /[.!?…]["”’»)]*$/;

/* Words of a text, a hit in <mark>; `hits` are numbers of words. */
export function excerpt(text, hits) {
  const words = text.match(/\S+/g) ?? [], marked = new Set(hits.filter((hit) => hit < words.length));
  const [start, end] = stretch(words, [...marked].sort((a, b) => a - b));
  const shown = words.slice(start, end).flatMap((word, place) => [place ? " " : "", marked.has(start + place) ? el("mark", {}, word) : word]);
  return [...(start ? [cut(), " "] : []), ...shown, ...(end < words.length ? [" ", cut()] : [])];
}

function stretch(words, hits) {
  if (words.length <= WHOLE) return [0, words.length];
  const within = (from) => hits.filter((hit) => hit >= from && hit < from + SHOWN).length;
  const hit = hits.reduce((best, from) => (within(from) > within(best) ? from : best), hits[0] ?? 0);
  let start = Math.max(0, Math.min(hit - 4, words.length - SHOWN));
  for (let back = hit; back >= Math.max(0, hit - BACK); back--) if (back === 0 || ENDS.test(words[back - 1])) { start = back; break; }
  let end = Math.min(words.length, start + SHOWN);
  for (let on = end; on < Math.min(words.length, end + BACK); on++) if (ENDS.test(words[on - 1])) { end = on; break; }
  return [start, end];
}

/* The text of a brief ends with its headline, that of an actor with its name: a result has them above it. */
const untitled = (text, name) => (text.endsWith(name) ? text.slice(0, -name.length).replace(/[\s·]+$/, "") : text);

const cut = () => el("span", { className: "nb-cut" }, "…");

export function item(found, root) {
  const { meta, filters } = found, type = filters.type?.[0] ?? "quote";
  const link = (text, className = "") => el("a", { href: new URL(found.raw_url.replace(/^\/+/, ""), root), className, dir: "auto" }, text);
  const words = excerpt(type === "quote" ? found.content : untitled(found.content, meta.title), found.locations);
  return { quote: quote, brief: brief, actor: actor }[type]({ meta, filters, words, link });
}

function quote({ meta, filters, words, link }) {
  const kind = filters.kind?.[0] ?? "", name = filters.speaker?.[0];
  const who = name
    ? [el("bdi", meta.unsure ? { className: "nb-doubt" } : {}, name), ...(meta.unsure ? [" ?", el("span", { className: "nb-sr" }, ` ${WORDS.unsure}`)] : [])]
    : [el("span", { className: "nb-none" }, WORDS.no_speaker)];
  return el("li", { className: `nb-hit nb-hit--quote nb-q nb-q--${kind}` },
    el("h3", {}, ...who, ...(meta.role ? [" ", serif("span", "nb-hit__role", meta.lang, meta.role)] : [])),
    serif("blockquote", "", meta.lang, ...words),
    about(WORDS.quote_one, kind !== "direct" && WORDS[kind],
      Object.assign(link(meta.title, "nb-v"), meta.lang ? { lang: meta.lang } : {}), filters.outlet?.[0], meta.date));
}

function brief({ meta, filters, words, link }) {
  return el("li", { className: "nb-hit nb-hit--brief" },
    el("h3", meta.lang ? { lang: meta.lang } : {}, link(meta.title, "nb-v")),
    serif("p", "", meta.lang, ...words),
    about(WORDS.brief_one, filters.outlet?.[0], meta.date));
}

function actor({ meta, words, link }) {
  return el("li", { className: "nb-hit nb-hit--actor" },
    el("h3", {}, link(meta.title)),
    ...(words.length ? [el("p", { dir: "auto" }, ...words)] : []),
    about(WORDS.actor_one, WORDS[meta.kind], meta.date && say("last_named", { date: meta.date })));
}

function serif(tag, className, lang, ...words) {
  return el(tag, { className: `nb-v ${className}`.trim(), dir: "auto", ...(lang ? { lang } : {}) }, ...words);
}

function about(type, ...parts) {
  const told = parts.filter(Boolean).map((part) => (typeof part === "string" ? el("bdi", {}, part) : part));
  return el("p", { className: "nb-meta" }, el("b", { className: "nb-hit__type" }, type), ...told);
}
