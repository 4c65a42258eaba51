// The finder: the list of playbooks, sorted by what somebody types. Nothing leaves the page.
import { make, read, say, told } from "./page.js";

const { holder, words, list } = read("find");
const language = document.documentElement.lang || "en";
const segments = globalThis.Intl?.Segmenter && new Intl.Segmenter(language, { granularity: "word" });

/** Words in small letters without accents. */
const split = (text) => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]s?\b/g, "");
  const parts = segments ? Array.from(segments.segment(plain), (part) => part.segment) : plain.split(/[^\p{L}\p{N}]+/u);
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
};

/** How many letters differ, a swapped pair counting once; more than `most` is too many to count. */
const apart = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last, row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
};

/** How alike two words are, from 0 to 1: the same, begun, another form of it, mistyped. */
export const alike = (typed, word) => {
  if (typed === word) return 1;
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (typed.length >= 3 && same === typed.length) return 0.6 + (0.3 * same) / word.length;
  if (same >= 4 && long.length - same <= 3) return 0.75;
  if (same >= 3 && short.length - same <= 1 && long.length - same <= 3 && long.length <= 6) return 0.6;
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return most && apart(typed, word, most) <= most ? 0.65 : 0;
};

const entries = list.map(([id, last, ...phrases], number) => {
  const item = holder.querySelector(`[data-id="${id}"]`);
  const sign = item.querySelector(".gb-sign");
  return { item, number, last, link: item.querySelector("a"), sign, first: [...sign.childNodes],
    href: item.querySelector("a").getAttribute("href"),
    phrases: phrases.map(([weight, text, anchor]) => ({ weight, text, anchor, words: split(text) })) };
});
const all = entries.flatMap((entry) => entry.phrases);
const rarity = (test) => Math.log(1 + all.length / (1 + all.filter((phrase) => phrase.words.some(test)).length));
const rare = new Map();
const weightOf = (word) => {
  if (!rare.has(word)) rare.set(word, rarity((other) => other === word || alike(word, other) > 0.7));
  return rare.get(word) ** 2;
};

/** How well a playbook answers, and the words of it that answer best. */
const judge = (entry, typed) => {
  let best = 0, phrase = null;
  const most = typed.map(() => 0);
  for (const one of entry.phrases) {
    let sum = 0;
    typed.forEach((word, i) => {
      const fit = Math.max(0, ...one.words.map((other) => alike(word, other))) * weightOf(word) * one.weight;
      sum += fit;
      most[i] = Math.max(most[i], fit);
    });
    sum *= 1 + 1 / (1 + one.words.length);
    if (sum > best) [best, phrase] = [sum, one];
  }
  return { entry, phrase, score: best + most.reduce((a, b) => a + b, 0) };
};

/** The playbooks that answer, best first; the one for the unexpected closes the list if it does not answer itself. */
const found = (text) => {
  const typed = split(text);
  if (!typed.length) return null;
  const judged = entries.map((entry) => judge(entry, typed)).sort((a, b) => b.score - a.score || a.entry.number - b.entry.number);
  const enough = Math.max(judged[0].score * 0.4, 1);
  const fits = judged.filter((one) => one.score >= enough);
  return [...fits, ...judged.filter((one) => one.entry.last && !fits.includes(one)).map((one) => ({ ...one, phrase: null, none: true }))];
};

const status = told();
const box = make("input", { type: "search", className: "gb-box", placeholder: words.example, autocomplete: "off", spellcheck: false });
box.enterKeyHint = "go";
const label = make("label", { className: "gb-find" }, make("span", {}, words.label), box);
holder.before(label, make("p", { className: "gb-quiet gb-keys" }, words.keys), status);
holder.classList.add("gb-numbered");

const show = () => {
  const results = found(box.value);
  for (const { item, link, sign, first, href } of entries) {
    item.hidden = Boolean(results);
    link.setAttribute("href", href);
    sign.replaceChildren(...first);
  }
  holder.append(...(results ? results.map((one) => one.entry.item) : entries.map((one) => one.item)));
  for (const { entry, phrase, none } of results ?? []) {
    entry.item.hidden = false;
    if (none) entry.sign.replaceChildren(words.none);
    else if (phrase) entry.sign.replaceChildren(...entry.first.slice(0, -1), ` ${phrase.text}`);
    if (phrase?.anchor) entry.link.setAttribute("href", entry.href + phrase.anchor);
  }
  const count = results?.filter((one) => !one.none).length;
  status.textContent = !results ? "" : count ? say(words.found, { number: count }) : words.nothing;
};

const links = () => [...holder.querySelectorAll("li:not([hidden]) a")];

const keys = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = links().indexOf(document.activeElement), inBox = document.activeElement === box;
  if (!inBox && at < 0) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const to = at + step;
    (to < 0 ? box : links()[Math.min(to, links().length - 1)]).focus();
  } else if (event.key === "Enter" && inBox && box.value.trim()) links()[0]?.click();
  else if (event.key === "Escape") {
    box.value = "";
    show();
    box.focus();
  } else if (/^[1-9]$/.test(event.key) && (at >= 0 || /[^\s\d]$/.test(box.value))) links()[event.key - 1]?.click();
  else return;
  event.preventDefault();
};

box.addEventListener("input", show);
document.addEventListener("keydown", keys);
if (matchMedia("(min-width: 1024px)").matches) box.focus({ preventScroll: true });
