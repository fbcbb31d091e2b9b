/* Every page: "Print" buttons (hidden by CSS when scripts are off), and "/" puts the cursor into the search field. */
addEventListener("click", (event) => { if (event.target.closest("[data-nb-print]")) print(); });
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll('input[type="search"]')].find((input) => input.offsetParent);
  if (field) { event.preventDefault(); field.focus(); field.select(); } else location.href = document.querySelector(".nb-hsearch-link").href;
});
