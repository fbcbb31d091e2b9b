/* Our own words, which come with the page in its language, and how elements are made. */
export const WORDS = JSON.parse(document.getElementById("nb-words").textContent);
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);

/* A message with its slots filled; a number chooses the plural form. */
export function say(name, values = {}) {
  const message = WORDS[name], text = typeof message === "string" ? message : message[plural.select(values.n)] ?? message.other;
  return text.replace(/{(\w+)}/g, (_, slot) => (typeof values[slot] === "number" ? values[slot].toLocaleString(language) : values[slot]));
}

export function el(tag, properties = {}, ...children) {
  const { aria = {}, data = {}, ...others } = properties;
  const made = Object.assign(document.createElement(tag), others);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  Object.assign(made.dataset, data);
  made.append(...children);
  return made;
}

export const compare = new Intl.Collator(language, { numeric: true }).compare;
