// The offence picker: a rule, and which time or in what situation; it proposes what the offence table says.
import { make, read, say, told } from "../base/script.js";
import { dress, undress } from "../fill/script.js";

/** The rung that follows a choice ("0", "1", … for the times, "unless-0", … for a situation), and what would come next. */
export const follows = ({ usually, unless }, choice) => {
  if (choice.startsWith("unless-")) return { rung: unless[choice.slice(7)][1] };
  const at = Number(choice);
  return { rung: usually[at], next: usually[Math.min(at + 1, usually.length - 1)] };
};

const option = (value, text) => make("option", { value }, text);

const fact = (name, value) => (value ? [make("div", {}, make("dt", {}, name), make("dd", {}, value))] : []);

/** What follows, as names and what they stand for. */
const facts = (rung, next, words) => make("dl", { className: "gb-facts" },
  ...fact(words.follows, make("a", { href: rung.href }, rung.name)),
  ...fact(words.what, rung.what),
  ...fact(words.lasts, rung.lasts),
  ...fact(words.counts, rung.counts),
  ...fact(words.back, rung.back),
  ...fact(words.next, next?.name));

export const start = () => {
  const { holder, rules, rungs, to, letters, times, words } = read("picker");
  const rule = make("select", {}, option("", words.choose), ...Object.entries(rules).map(([id, { label }]) => option(id, label)));
  const when = make("select", { disabled: true });
  const status = told();
  const answer = make("div", { className: "gb-answer" });
  holder.append(make("label", {}, words.rule, rule), make("label", {}, words.when, when), status, answer);
  holder.hidden = false;

  const called = (i) => times[i].name || say(words.time, times[i]);

  const cases = () => {
    const { usually = [], unless = [] } = rules[rule.value] ?? {};
    const isLast = (i) => i > 0 && i + 1 === usually.length;
    const situations = unless.map(([situation], i) => option(`unless-${i}`, situation));
    when.replaceChildren(
      ...usually.map((_, i) => option(i, isLast(i) ? say(words.on, { time: called(i) }) : called(i))),
      ...(situations.length ? [make("optgroup", { label: words.unless }, ...situations)] : []));
    when.disabled = !rule.value;
    propose();
  };

  const letter = (audience, text, rung, known) => {
    const pre = make("pre", { className: "gb-words" }, make("code", {}, text));
    Object.assign(pre.dataset, { title: `${rung.name}: ${to[audience]}`, known: JSON.stringify(known) });
    answer.append(make("p", { className: "gb-quiet" }, to[audience]), pre);
    dress(pre, { rule: rule.value });
  };

  const propose = () => {
    undress(answer);
    answer.replaceChildren();
    status.textContent = "";
    if (!rule.value) return;
    const { rung: id, next } = follows(rules[rule.value], when.value), rung = rungs[id];
    status.textContent = say(words.proposes, { rung: rung.name });
    answer.dataset.rung = id;
    answer.append(facts(rung, next && next !== id ? rungs[next] : null, words), make("p", { className: "gb-quiet" }, words.judge));
    const known = { ...(rung.is_step ? { rung: rung.name, lasts: rung.lasts } : {}), ...(next ? { next: rungs[next].name } : {}) };
    const numbers = { ...rung.letters, ...rules[rule.value].letters[id] }; // of texts in `letters`; the rule's own come first
    for (const audience of Object.keys(to).filter((name) => name in numbers)) letter(audience, letters[numbers[audience]], rung, known);
  };

  rule.addEventListener("change", cases);
  when.addEventListener("change", propose);
};
