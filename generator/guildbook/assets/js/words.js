// Ready words: fill their braces once for the whole page, then copy them to the letter. Nothing is sent, one name is remembered.
import { keep, kept, make, read, say, told } from "./page.js";

const { labels, examples, known, rules, rule, words } = read("fill");
const FIELD = /\{([a-z_]+)\}/g;
const CALLS_ALL = /[@!](everyone|here|channel|all|room)\b/i;
const NAME = "guildbook-moderator";
const LONG = ["what_happened", "appeal", "rule_short"];
const shared = new Map(Object.entries(known));
const cards = [];

const remembered = (name) => {
  try {
    return name === undefined ? localStorage.getItem(NAME) ?? "" : localStorage.setItem(NAME, name);
  } catch { return ""; } // a browser that remembers nothing
};
shared.set("moderator", remembered());
kept(shared);
const about = (id) => Object.entries(rules[id] ?? {}).forEach(([name, value]) => shared.set(name, value));
about(rule);
let chosen = rule;
const form = {}; // the platform and the language that were chosen, for every card of the page

/** A language's name in that language. */
const inItself = (code) => {
  try { return new Intl.DisplayNames([code], { type: "language" }).of(code); } catch { return code; }
};

const put = async (text) => {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const set = (event) => { event.clipboardData.setData("text/plain", text); event.preventDefault(); };
  document.addEventListener("copy", set, { once: true });
  if (!document.execCommand("copy")) throw new Error("copy");
};

/** A card of ready words: its fields, its text as filled so far, and what stands in the way of copying it. */
class Card {
  constructor(pre) {
    this.pre = pre;
    this.code = pre.querySelector("code");
    this.forms = JSON.parse(pre.dataset.forms || "[]");
    this.form = this.best();
    this.text = this.form?.text ?? this.code.textContent;
    if (this.form?.language) this.code.lang = this.form.language;
    this.title = pre.dataset.title;
    this.allowed = "all" in pre.dataset;
    this.own = new Map(Object.entries(JSON.parse(pre.dataset.known || "{}")));
    this.names = [...new Set(Array.from(this.text.matchAll(FIELD), (found) => found[1]))].filter((name) => name in labels);
    this.inputs = new Map(this.names.map((name) => [name, this.input(name)]));
    this.status = told();
    const button = make("button", { type: "button", className: "gb-copy" }, say(words.copy, { title: this.title }));
    button.addEventListener("click", () => this.copy());
    const fields = [...this.inputs].map(([name, input]) => make("label", {}, labels[name], input));
    const asksRule = this.names.some((name) => name.startsWith("rule_")) && Object.keys(rules).length;
    if (asksRule) fields.unshift(make("label", {}, words.rule, this.rule = this.chooser()));
    this.fields = make("div", { className: "gb-fields", hidden: true }, ...fields);
    this.box = make("div", { className: "gb-fill" }, ...this.choosers(), button, this.status, this.fields);
    if (fields.length) {
      this.opener = make("button", { type: "button", className: "gb-quiet-button", aria: { expanded: "false" } }, words.fill);
      this.opener.addEventListener("click", () => {
        this.open(this.fields.hidden);
        if (!this.fields.hidden) this.ask(this.missing()[0] ?? this.names[0]);
      });
      button.after(this.opener);
    }
    pre.after(this.box);
    this.code.parentNode.classList.add("gb-live");
    this.draw();
  }

  /** The form of these words that answers most of what was chosen; the first one wins where several do. */
  best() {
    const fits = (one) => Object.entries(form).filter(([kind, value]) => one[kind] === value).length;
    return this.forms.reduce((best, one) => (best && fits(best) >= fits(one) ? best : one), undefined);
  }

  /** One for the platform and one for the language, where there is more than one. */
  choosers() {
    return ["platform", "language"].flatMap((kind) => {
      const kinds = [...new Set(this.forms.map((one) => one[kind]))];
      if (kinds.length < 2) return [];
      const select = make("select", {}, ...kinds.map((value) => make("option", { value, selected: value === this.form[kind] }, kind === "language" ? inItself(value) : value)));
      select.addEventListener("change", () => {
        form[kind] = select.value;
        cards.splice(0).forEach((card) => dress(card.undressed()));
        this.pre.nextElementSibling.querySelector(`[data-kind="${kind}"]`)?.focus();
      });
      select.dataset.kind = kind;
      return [make("label", {}, words[kind], select)];
    });
  }

  /** The words as they were before there was a card. */
  undressed() {
    this.box.remove();
    this.code.replaceChildren(this.text);
    this.pre.dataset.known = JSON.stringify(Object.fromEntries(this.own));
    return this.pre;
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

  value(name) { return (this.own.get(name) ?? shared.get(name) ?? ""); }

  filled() { return this.text.replace(FIELD, (whole, name) => (this.inputs.has(name) ? this.value(name) : whole)); }

  input(name) {
    const input = make(LONG.includes(name) ? "textarea" : "input", { value: this.value(name), placeholder: examples[name] ? say(words.example, { example: examples[name] }) : "" });
    input.setAttribute("autocomplete", "off");
    input.addEventListener("input", () => {
      (this.own.has(name) ? this.own : shared).set(name, input.value);
      if (name === "moderator") remembered(input.value);
      keep(shared);
      draw();
    });
    return input;
  }

  chooser() {
    const options = Object.entries(rules).map(([id, one]) => make("option", { value: id }, one.rule_label));
    const select = make("select", {}, make("option", { value: "" }, words.choose), ...options);
    select.addEventListener("change", () => {
      chosen = select.value;
      about(chosen);
      draw();
    });
    return select;
  }

  draw() {
    const parts = this.text.split(FIELD).map((part, i) => {
      if (i % 2 === 0) return part;
      if (!this.inputs.has(part)) return `{${part}}`;
      const value = this.value(part);
      const mark = make("mark", { className: value.trim() ? "gb-full" : "gb-empty" }, value.trim() ? value : `{${part}}`);
      mark.addEventListener("click", () => this.ask(part));
      return mark;
    });
    this.code.replaceChildren(...parts);
    for (const [name, input] of this.inputs) {
      if (input.value !== this.value(name)) input.value = this.value(name);
      if (input.value.trim()) input.removeAttribute("aria-invalid");
    }
    if (this.rule) this.rule.value = chosen;
  }

  /** The fields that stop the words from being sent: not filled, or filled with a field. */
  missing() {
    const holds = (text) => Array.from(text.matchAll(FIELD)).some((found) => found[1] in labels);
    return this.names.filter((name) => !this.value(name).trim() || holds(this.value(name)));
  }

  async copy() {
    const missing = this.missing();
    if (missing.length) {
      missing.forEach((name) => this.inputs.get(name).setAttribute("aria-invalid", "true"));
      this.status.textContent = say(words.missing, { fields: missing.map((name) => labels[name]).join(", ") });
      this.ask(missing[0]);
      return;
    }
    const text = this.filled();
    if (!this.allowed && CALLS_ALL.test(text)) {
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

const draw = () => cards.forEach((card) => card.draw());

/** Make a card of ready words in the page. */
export const dress = (pre, { rule: id } = {}) => {
  if (id) {
    chosen = id;
    about(id);
  }
  const card = new Card(pre);
  cards.push(card);
  draw();
  return card;
};

/** Forget the cards in an element that is about to go. */
export const undress = (element) => cards.splice(0, cards.length, ...cards.filter((card) => !element.contains(card.code)));

document.querySelectorAll("pre.gb-words[data-title]").forEach((pre) => dress(pre));
