/* A brief's page: a ¶ opens the line in its paragraph, to copy its words or a link to it. Without scripts it leads there.
   Nothing is shown that the page does not hold: words are taken from its nodes, and put back as text. */
const template = document.getElementById("nb-panel");
const INSIDE = "[data-s], .nb-cut";
let open = null;

/** The panel's element of this name. */
const part = (name) => open.panel.querySelector(`[data-is=${name}]`);

/** Start and end of each run of a line. */
const rangesOf = (mark) => mark.dataset.at.split(" ").map((range) => range.split("-").map(Number));

/** Nodes with the words around a line: its paragraph, else whatever on the page holds them, else the line itself. */
function around(mark, ranges) {
  const paragraph = document.querySelector(`${mark.hash.replace(/[^#\w-]/g, "")}[id^=p] > p`);
  if (paragraph) return [...paragraph.querySelectorAll(INSIDE)];
  const [start, end] = [ranges[0][0], ranges.at(-1)[1]];
  const holds = (piece) => +piece.dataset.s <= start && end <= +piece.dataset.e;
  return [...document.querySelectorAll(".nb-head [data-s], .nb-credit [data-s], .nb-line [data-s]")].filter(holds).slice(0, 1);
}

/** The words of a piece, cut where a range begins or ends; offsets count code points. */
function cut(piece, ranges) {
  if (piece.dataset.s === undefined) return [piece.cloneNode(true)];
  const chars = Array.from(piece.textContent);
  const [first, last] = [+piece.dataset.s, +piece.dataset.e];
  const inside = ranges.flat().filter((point) => first < point && point < last);
  const borders = [...new Set([first, ...inside, last])].sort((one, two) => one - two);
  return borders.slice(1).map((end, index) => {
    const start = borders[index];
    const made = document.createElement(ranges.some((range) => range[0] <= start && end <= range[1]) ? "mark" : "span");
    made.dataset.s = start;
    made.dataset.e = end;
    made.textContent = chars.slice(start - first, end - first).join("");
    return made;
  });
}

/** Puts the panel behind the line: a table gets a row of its own, columns of figures a place below them. */
function place(panel, mark) {
  const row = mark.closest("tr");
  if (!row) return (mark.closest(".nb-dispute") ?? mark.closest(".nb-line") ?? mark.closest("[id]")).append(panel);
  const own = document.createElement("tr");
  const cell = own.insertCell();
  own.className = "nb-panelrow";
  own.setAttribute("role", "row");
  cell.setAttribute("role", "cell");
  cell.colSpan = row.cells.length;
  cell.append(panel);
  row.after(own);
}

function close(back) {
  if (!open) return;
  const { panel, mark } = open;
  (panel.closest(".nb-panelrow") ?? panel).remove();
  mark.setAttribute("aria-expanded", "false");
  open = null;
  if (back) mark.focus();
}

function show(mark) {
  const again = open?.mark === mark;
  close(again);
  if (again) return;
  const panel = template.content.firstElementChild.cloneNode(true);
  const ranges = rangesOf(mark);
  const evidence = mark.parentElement;
  const sure = evidence.querySelector("[title]:not(.nb-rule)");
  open = { panel, mark };
  panel.querySelector(".nb-panel__text").append(...around(mark, ranges).flatMap((piece) => cut(piece, ranges)));
  part("place").textContent = mark.textContent;
  part("at").textContent = evidence.querySelector(".nb-at").textContent;
  part("rule").textContent = evidence.querySelector(".nb-rule").textContent;
  part("sure").textContent = sure ? `· ${sure.textContent} (${sure.title})` : "";
  if (mark.hash.startsWith("#p")) part("to").href = mark.hash;
  else part("to").remove();
  if (mark.dataset.original) part("original").href = mark.dataset.original;
  else part("original").remove();
  place(panel, mark);
  mark.setAttribute("aria-expanded", "true");
  panel.show();
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

const address = () => `${location.href.split(/[?#]/)[0]}#${open.mark.dataset.of}`;

/** The words as one quotes them: a speaker's with the speaker below, other words as the article's; then where and when. */
function words() {
  const quote = document.getElementById(open.mark.dataset.of)?.querySelector("blockquote")?.cloneNode(true);
  quote?.querySelectorAll(".nb-sr").forEach((hidden) => hidden.remove());
  const marked = [...open.panel.querySelectorAll("mark")].map((mark) => mark.textContent);
  const own = marked.join("");
  const text = quote ? quote.textContent : /["“”]/.test(own) ? own : `“${own}”`;
  const { by, note } = open.mark.dataset;
  const said = (quote ? [note] : [by, note]).filter(Boolean).join(", ");
  const whose = [quote && by, template.dataset.cite].filter(Boolean).join(", ");
  const lines = [text.replace(/\s+/g, " ").trim() + (said && ` (${said})`), whose && `— ${whose}`, address()];
  return lines.filter(Boolean).join("\n");
}

async function copy(text) {
  const status = open.panel.querySelector("[role=status]");
  const field = open.panel.querySelector("textarea");
  field.hidden = true;
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = status.dataset.copied;
  } catch {
    status.textContent = status.dataset.refused;
    field.hidden = false;
    field.value = text;
    field.select();
  }
}

const DEEDS = { close: () => close(true), link: () => copy(address()), words: () => copy(words()) };

if (template) {
  for (const mark of document.querySelectorAll("a.nb-ref[data-at]")) mark.setAttribute("aria-haspopup", "dialog");
  addEventListener("click", (event) => {
    const deed = event.target.closest("[data-do]")?.dataset.do;
    const mark = event.target.closest("a.nb-ref[data-at]");
    if (deed && open) DEEDS[deed]();
    else if (mark && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      show(mark);
    }
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && open) close(true); });
}

/* What is folded away is printed, too. */
const folded = new Set();
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) folded.add(details), (details.open = true);
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
  folded.clear();
});
