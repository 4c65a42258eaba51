// What modules share: our words come from the page, in its language; elements are made here, never from text.

/** The data that a page holds for a module, and the element that holds it. */
export const read = (name) => {
  const holder = document.querySelector(`[data-gb-${name}]`);
  return { holder, ...JSON.parse(holder.getAttribute(`data-gb-${name}`)) };
};

/** An element with properties and children. */
export const make = (tag, properties = {}, ...children) => {
  const { aria = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(name.includes("-") || name === "role" ? name : `aria-${name}`, value);
  made.append(...children);
  return made;
};

/** A sentence of ours with its {names} filled. */
export const say = (sentence, values = {}) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** A place where what happened is told to everybody, also to those who listen. */
export const told = () => make("p", { className: "gb-told", aria: { role: "status" } });

const KEPT = `guildbook-words-${location.pathname}`;
const isBack = performance.getEntriesByType("navigation")[0]?.type !== "navigate";

/** Keep what was filled in, for as long as the tab is open, in case somebody follows a link and comes back. */
export const keep = (values) => {
  try { sessionStorage.setItem(KEPT, JSON.stringify([...values])); } catch { /* a browser that keeps nothing */ }
};

/** Fill in again what was kept: only for whoever comes back, so that nobody is written to under the last one's name. */
export const kept = (values) => {
  try {
    if (isBack) JSON.parse(sessionStorage.getItem(KEPT) ?? "[]").forEach(([name, value]) => values.set(name, value));
    else sessionStorage.removeItem(KEPT);
  } catch { /* the same */ }
};
