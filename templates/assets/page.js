/* Every page: "Print" buttons, keys for search, the place in the contents list, folded parts that must be seen. */
addEventListener("click", (event) => { if (event.target.closest("[data-nb-print]")) print(); });

/* "/" and Ctrl-K or Cmd-K put the cursor into the search field, or open the search page; Escape leaves the field. */
const FIELD = 'input[type="search"][name="q"]', TEXT = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
const link = document.querySelector(".nb-hsearch-link");
const field = () => [...document.querySelectorAll(FIELD)].find((input) => input.offsetParent);
const enter = (input) => { input.focus(); input.select(); };
for (const input of [...document.querySelectorAll(FIELD), link].filter(Boolean)) {
  input.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  input.title = link?.dataset.nbKeys ?? "";
}
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey: control, metaKey: meta, altKey: alt, shiftKey: shift } = event;
  if (event.defaultPrevented || event.isComposing || alt || !target.closest) return;
  if (key === "Escape" && target.matches('input[type="search"]')) { event.preventDefault(); target.blur(); return; }
  const asked = (key === "/" && !control && !meta) || (key.toLowerCase() === "k" && control !== meta && !shift);
  if (!asked || target.closest(TEXT)) return;
  event.preventDefault();
  const input = field();
  if (input) enter(input); else if (link) location.href = link.href;
});
// a browser that arrives at an anchor lets go of the focus once the page has loaded
if (link && location.hash === link.hash) addEventListener("load", () => setTimeout(() => { if (field()) enter(field()); }));

/* The entry of the contents list for what is read: the last heading above a line below the header. */
const LINE = 130;
const named = (hash) => { try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; } };
const entries = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")].map((entry) => [named(entry.hash), entry]).filter(([heading]) => heading);
const box = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
const follow = new IntersectionObserver(() => {
  const [now] = entries.filter(([heading]) => heading.getBoundingClientRect().top < LINE).at(-1) ?? entries[0];
  for (const [heading, entry] of entries) {
    entry.classList.toggle("md-nav__link--active", heading === now);
    if (heading !== now) { entry.removeAttribute("aria-current"); continue; }
    entry.setAttribute("aria-current", "location");
    const down = entry.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (down < 0 || down > box.clientHeight - 40) box.scrollTop += down - box.clientHeight / 2;
  }
}, { rootMargin: `-${LINE}px 0px 0px 0px` });
for (const [heading] of entries) follow.observe(heading);

/* A part that is folded away unfolds when an address leads into it. */
const unfold = () => {
  const target = location.hash && named(location.hash), folded = target?.closest?.("details:not([open])");
  if (!folded) return;
  for (let at = folded; at; at = at.parentElement.closest("details")) at.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
