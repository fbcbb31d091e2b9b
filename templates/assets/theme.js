/* Only with the theme's bundle: the four names that it builds on, which the theme defines in an inline script. */
const __md_scope = new URL("..", document.currentScript.src);
const __md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
const __md_get = (key, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(`${scope.pathname}.${key}`));
const __md_set = (key, value, store = localStorage, scope = __md_scope) => { try { store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value)); } catch { /* nothing is kept */ } };
