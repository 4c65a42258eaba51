// What scripts share: our words come from the page, in its language; elements are made here, never from text.

/** The data that a page holds for a component's script, and the element that holds it. */
export const read = (name) => {
  const holder = document.querySelector(`[data-gb-${name}]`);
  return { holder, ...JSON.parse(holder.getAttribute(`data-gb-${name}`)) };
};

/** An element with properties and children. */
export const make = (tag, properties = {}, ...children) => {
  const { aria = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(aria)) {
    made.setAttribute(name === "role" ? name : `aria-${name}`, value);
  }
  made.append(...children);
  return made;
};

/** A sentence of ours with its {names} filled. */
export const say = (sentence, values = {}) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** A place where what happened is told to everybody, also to those who listen. */
export const told = () => make("p", { className: "gb-told", aria: { role: "status" } });

/** The language that a page is written in. */
export const language = () => document.documentElement.lang || "en";
