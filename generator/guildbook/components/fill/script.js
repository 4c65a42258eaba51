// Ready words: fill their braces once for the whole page, then copy them to the letter. Nothing is sent, one name is remembered.
import { make, read, say, told } from "../base/script.js";
import { copyButton, quietButton } from "../button/script.js";

const FIELD = /\{([a-z_]+)\}/g;
const CALLS_ALL = /[@!](everyone|here|channel|all|room)\b/i;
const NAME = "guildbook-moderator";
const LONG = ["what_happened", "appeal", "rule_short"];

/** The fields of a text among those that are known, each once, in their order. */
export const fieldsOf = (text, labels) => {
  const names = Array.from(text.matchAll(FIELD), (found) => found[1]);
  return [...new Set(names)].filter((name) => name in labels);
};

/** A text with those of its fields filled that are among `names`; `value` gives what each is filled with. */
export const filled = (text, names, value) => text.replace(FIELD, (whole, name) => (names.includes(name) ? value(name) : whole));

/** The names that stop words from being sent: not filled, or filled with a field. */
export const missing = (names, value, labels) =>
  names.filter((name) => !value(name).trim() || fieldsOf(value(name), labels).length > 0);

/** Would a text call everybody who is there? */
export const callsAll = (text) => CALLS_ALL.test(text);

const page = { labels: {}, examples: {}, rules: {}, words: {}, shared: new Map(), chosen: "", cards: [] };

const remembered = (name) => {
  try {
    return name === undefined ? localStorage.getItem(NAME) ?? "" : localStorage.setItem(NAME, name);
  } catch { return ""; } // a browser that remembers nothing
};

const kept = () => `guildbook-words-${location.pathname}`;

/** Keep what was filled in, for as long as the tab is open, in case somebody follows a link and comes back. */
const keep = () => {
  try { sessionStorage.setItem(kept(), JSON.stringify([...page.shared])); } catch { /* a browser that keeps nothing */ }
};

/** Fill in again what was kept: only for whoever comes back, so that nobody is written to under the last one's name. */
const recall = () => {
  const isBack = performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  try {
    if (isBack) JSON.parse(sessionStorage.getItem(kept()) ?? "[]").forEach(([name, value]) => page.shared.set(name, value));
    else sessionStorage.removeItem(kept());
  } catch { /* the same */ }
};

/** Fill in what is known of a rule. */
const choose = (id) => {
  page.chosen = id;
  Object.entries(page.rules[id] ?? {}).forEach(([name, value]) => page.shared.set(name, value));
};

const put = async (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const set = (event) => { event.clipboardData.setData("text/plain", text); event.preventDefault(); };
  document.addEventListener("copy", set, { once: true });
  if (!document.execCommand("copy")) throw new Error("copy");
};

const draw = () => page.cards.forEach((card) => card.draw());

/** A card of ready words: its fields, its text as filled so far, and what stands in the way of copying it. */
class Card {
  constructor(pre) {
    const { labels, words } = page;
    this.code = pre.querySelector("code");
    this.text = this.code.textContent;
    this.title = pre.dataset.title;
    this.allowed = "all" in pre.dataset;
    this.own = new Map(Object.entries(JSON.parse(pre.dataset.known || "{}")));
    this.names = fieldsOf(this.text, labels);
    this.inputs = new Map(this.names.map((name) => [name, this.input(name)]));
    this.status = told();
    const button = copyButton(say(words.copy, { title: this.title }));
    button.addEventListener("click", () => this.copy());
    const fields = [...this.inputs].map(([name, input]) => make("label", {}, labels[name], input));
    const asksRule = this.names.some((name) => name.startsWith("rule_")) && Object.keys(page.rules).length;
    if (asksRule) fields.unshift(make("label", {}, words.rule, this.rule = this.chooser()));
    this.fields = make("div", { className: "gb-fields", hidden: true }, ...fields);
    this.box = make("div", { className: "gb-fill" }, button, this.status, this.fields);
    if (fields.length) button.after(this.opener = this.makeOpener());
    pre.after(this.box);
    this.code.parentNode.classList.add("gb-live");
    this.draw();
  }

  makeOpener() {
    const opener = quietButton(page.words.fill, { expanded: "false" });
    opener.addEventListener("click", () => {
      this.open(this.fields.hidden);
      if (!this.fields.hidden) this.ask(this.missing()[0] ?? this.names[0]);
    });
    return opener;
  }

  open(isOpen) {
    this.fields.hidden = !isOpen;
    this.opener.setAttribute("aria-expanded", String(isOpen));
  }

  /** Put the cursor where a field is filled, in sight. */
  ask(name) {
    this.open(true);
    this.inputs.get(name).focus();
  }

  value(name) { return this.own.get(name) ?? page.shared.get(name) ?? ""; }

  missing() { return missing(this.names, (name) => this.value(name), page.labels); }

  input(name) {
    const { examples, words } = page;
    const placeholder = examples[name] ? say(words.example, { example: examples[name] }) : "";
    const input = make(LONG.includes(name) ? "textarea" : "input", { value: this.value(name), placeholder });
    input.setAttribute("autocomplete", "off");
    input.addEventListener("input", () => {
      (this.own.has(name) ? this.own : page.shared).set(name, input.value);
      if (name === "moderator") remembered(input.value);
      keep();
      draw();
    });
    return input;
  }

  chooser() {
    const options = Object.entries(page.rules).map(([id, rule]) => make("option", { value: id }, rule.rule_label));
    const select = make("select", {}, make("option", { value: "" }, page.words.choose), ...options);
    select.addEventListener("change", () => {
      choose(select.value);
      draw();
    });
    return select;
  }

  /** A field in the text: what it is filled with, or its name in braces; a tap fills it. */
  mark(name) {
    const value = this.value(name);
    const isFull = value.trim() !== "";
    const mark = make("mark", { className: isFull ? "gb-full" : "gb-empty" }, isFull ? value : `{${name}}`);
    mark.addEventListener("click", () => this.ask(name));
    return mark;
  }

  draw() {
    const piece = (part, i) => (i % 2 === 0 ? part : this.inputs.has(part) ? this.mark(part) : `{${part}}`);
    this.code.replaceChildren(...this.text.split(FIELD).map(piece));
    for (const [name, input] of this.inputs) {
      if (input.value !== this.value(name)) input.value = this.value(name);
      if (input.value.trim()) input.removeAttribute("aria-invalid");
    }
    if (this.rule) this.rule.value = page.chosen;
  }

  async copy() {
    const { labels, words } = page, lacking = this.missing();
    if (lacking.length) {
      lacking.forEach((name) => this.inputs.get(name).setAttribute("aria-invalid", "true"));
      this.status.textContent = say(words.missing, { fields: lacking.map((name) => labels[name]).join(", ") });
      this.ask(lacking[0]);
      return;
    }
    const text = filled(this.text, this.names, (name) => this.value(name));
    if (!this.allowed && callsAll(text)) {
      this.status.textContent = words.calls;
      return;
    }
    try {
      await put(text);
      this.status.textContent = say(words.copied, { title: this.title });
      this.box.dispatchEvent(new CustomEvent("gb-copied", { bubbles: true }));
    } catch {
      getSelection().selectAllChildren(this.code);
      this.status.textContent = words.selected;
    }
  }
}

/** Make a card of ready words in the page. */
export const dress = (pre, { rule: id } = {}) => {
  if (id) choose(id);
  const card = new Card(pre);
  page.cards.push(card);
  draw();
  return card;
};

/** Forget the cards in an element that is about to go. */
export const undress = (element) => {
  page.cards = page.cards.filter((card) => !element.contains(card.code));
};

export const start = () => {
  const { labels, examples, known, rules, rule, words } = read("fill");
  Object.assign(page, { labels, examples, rules, words, shared: new Map(Object.entries(known)) });
  page.shared.set("moderator", remembered());
  recall();
  choose(rule);
  document.querySelectorAll("pre.gb-words[data-title]").forEach((pre) => dress(pre));
};
