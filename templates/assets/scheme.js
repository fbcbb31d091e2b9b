/* Before anything is painted: light or dark as the reader chose here, else as the system says. The button in the
   header chooses; its label says what the page is and what a press does. */
(() => {
  const root = document.documentElement, own = document.currentScript;
  root.classList.replace("no-js", "js");
  if (!own.dataset.dark) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = `${new URL("..", own.src).pathname}scheme`;      // several sites may share a host
  let choice = null;
  const kept = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const scheme = () => ["light", "dark"].includes(choice) ? choice : system.matches ? "dark" : "light";
  const show = () => {
    const now = scheme(), button = document.querySelector(".nb-scheme");
    root.style.colorScheme = now;
    document.body.dataset.mdColorScheme = own.dataset[now];
    if (!button) return;
    button.hidden = false;
    button.dataset.now = now;
    button.title = button.dataset[now];
    button.setAttribute("aria-label", button.dataset[now]);
  };
  const read = () => { choice = kept(); show(); };
  choice = kept();
  root.style.colorScheme = scheme();
  new MutationObserver((_, observer) => { if (document.body) { observer.disconnect(); show(); } }).observe(root, { childList: true });
  addEventListener("DOMContentLoaded", show);
  addEventListener("pageshow", (event) => { if (event.persisted) read(); });
  addEventListener("storage", read);
  system.addEventListener("change", show);
  addEventListener("click", (event) => {
    if (!event.target.closest(".nb-scheme")) return;
    choice = scheme() === "dark" ? "light" : "dark";
    try { localStorage.setItem(key, choice); } catch { /* the choice holds for this page */ }
    show();
  });
})();
