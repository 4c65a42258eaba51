// The offence picker: a rule, and which time or in what situation; it proposes what the offence table says.
import { make, read, say, told } from "./page.js";
import { dress, undress } from "./words.js";

const { holder, rules, rungs, to, letters, times, words } = read("pick");
const option = (value, text) => make("option", { value }, text);
const rule = make("select", {}, option("", words.choose), ...Object.entries(rules).map(([id, one]) => option(id, one.label)));
const when = make("select", { disabled: true });
const status = told();
const answer = make("div", { className: "gb-answer" });
holder.append(make("label", {}, words.rule, rule), make("label", {}, words.when, when), status, answer);
holder.hidden = false;

const called = (i) => times[i].name || say(words.time, times[i]);

const cases = () => {
  const one = rules[rule.value];
  const usual = one?.usually.map((_, i) => option(i, i + 1 === one.usually.length && i ? say(words.on, { time: called(i) }) : called(i))) ?? [];
  const unless = one?.unless.map(([situation], i) => option(`unless-${i}`, situation)) ?? [];
  when.replaceChildren(...usual, ...(unless.length ? [make("optgroup", { label: words.unless }, ...unless)] : []));
  when.disabled = !one;
  propose();
};

/** The rung that follows, and what would come next where the table says so. */
const follows = () => {
  const { usually, unless } = rules[rule.value];
  if (when.value.startsWith("unless-")) return { rung: unless[when.value.slice(7)][1] };
  const at = Number(when.value);
  return { rung: usually[at], next: usually[Math.min(at + 1, usually.length - 1)] };
};

const fact = (name, value) => (value ? [make("div", {}, make("dt", {}, name), make("dd", {}, value))] : []);

const propose = () => {
  undress(answer);
  answer.replaceChildren();
  status.textContent = "";
  if (!rule.value) return;
  const { rung: id, next } = follows(), rung = rungs[id];
  status.textContent = say(words.proposes, { rung: rung.name });
  answer.dataset.rung = id;
  answer.append(make("dl", { className: "gb-facts" },
    ...fact(words.follows, make("a", { href: rung.href }, rung.name)), ...fact(words.what, rung.what), ...fact(words.lasts, rung.lasts),
    ...fact(words.counts, rung.counts), ...fact(words.back, rung.back), ...fact(words.next, next && next !== id ? rungs[next].name : "")), make("p", { className: "gb-quiet" }, words.judge));
  const known = { ...(rung.is_step ? { rung: rung.name, lasts: rung.lasts } : {}), ...(next ? { next: rungs[next].name } : {}) };
  const numbers = { ...rung.letters, ...rules[rule.value].letters[id] }; // of texts in `letters`; the rule's own come first
  for (const audience of Object.keys(to).filter((name) => name in numbers)) {
    const text = letters[numbers[audience]];
    const pre = make("pre", { className: "gb-words" }, make("code", {}, text));
    Object.assign(pre.dataset, { title: `${rung.name}: ${to[audience]}`, known: JSON.stringify(known) });
    answer.append(make("p", { className: "gb-quiet" }, to[audience]), pre);
    dress(pre, { rule: rule.value });
  }
};

rule.addEventListener("change", cases);
when.addEventListener("change", propose);
