// The finder: the list of playbooks, sorted by what somebody types. Nothing leaves the page.
import { language, make, read, say, told } from "../base/script.js";

// Where the numbers below come from: they were set by hand until each of the wordings in tests/browser/test_one_thumb.py, none of
// which stands in a playbook, had its playbook among the first two. Whoever changes one runs that test again.

const BEGUN = { letters: 3, least: 0.6, more: 0.3 }; // "pass" for "password": the more of the word is there, the better
const FORM = { letters: 4, ending: 3, fit: 0.75 }; // "posting" for "posted": a common beginning and short endings
const SHORT_FORM = { letters: 3, ending: 3, longest: 6, fit: 0.6 }; // "bans" for "banned", where little is left to compare
const MISTYPED = { one: 4, two: 8, fit: 0.65 }; // from so many letters on, one wrong letter is forgiven, or two
const SAME_IDEA = 0.7; // words more alike than this count as one word where it is worked out how rare a word is
const ENOUGH = { share: 0.4, least: 1 }; // a playbook is shown with this share of the best one's score
const DESK = "(min-width: 1024px)"; // from here on a window is taken for one with a keyboard, and the box waits for words

/** What cuts a text into words in small letters without accents, by the rules of a language. */
export const splitter = (tag) => {
  const segments = globalThis.Intl?.Segmenter && new Intl.Segmenter(tag, { granularity: "word" });
  return (text) => {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]s?\b/g, "");
    const parts = segments ? Array.from(segments.segment(plain), (part) => part.segment) : plain.split(/[^\p{L}\p{N}]+/u);
    return parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
  };
};

/** How many letters differ, a swapped pair counting once; more than `most` is too many to count. */
export const apart = (a, b, most) => {
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
  const ending = long.length - same;
  if (same === typed.length && same >= BEGUN.letters) return BEGUN.least + (BEGUN.more * same) / word.length;
  if (same >= FORM.letters && ending <= FORM.ending) return FORM.fit;
  const isShort = long.length <= SHORT_FORM.longest && short.length - same <= 1;
  if (isShort && same >= SHORT_FORM.letters && ending <= SHORT_FORM.ending) return SHORT_FORM.fit;
  const most = typed.length >= MISTYPED.two ? 2 : typed.length >= MISTYPED.one ? 1 : 0;
  return most && apart(typed, word, most) <= most ? MISTYPED.fit : 0;
};

/** How much each word tells: the square of the logarithm of how rare it is among phrases (as inverse document frequency is). */
const weigher = (phrases) => {
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const isMeant = (other) => other === word || alike(word, other) > SAME_IDEA;
      const holding = phrases.filter((phrase) => phrase.words.some(isMeant)).length;
      known.set(word, Math.log(1 + phrases.length / (1 + holding)) ** 2);
    }
    return known.get(word);
  };
};

/** How well an entry answers: its best phrase, and the best that any phrase of it has for each word. Short phrases count more. */
const judge = (entry, typed, weight) => {
  let best = 0, phrase = null;
  const most = typed.map(() => 0);
  for (const candidate of entry.phrases) {
    const fits = typed.map((word) => Math.max(0, ...candidate.words.map((other) => alike(word, other))) * weight(word) * candidate.weight);
    const sum = fits.reduce((a, b) => a + b, 0) * (1 + 1 / (1 + candidate.words.length));
    fits.forEach((fit, i) => { most[i] = Math.max(most[i], fit); });
    if (sum > best) [best, phrase] = [sum, candidate];
  }
  return { entry, phrase, score: best + most.reduce((a, b) => a + b, 0) };
};

/**
 * What puts entries in order by some typed words: those that answer, best first, each with the phrase that answers best. The entry
 * for the unexpected (`last`) closes the list if it does not answer itself. Null for no words. Entries have `number`, `last` and
 * `phrases`, each of these with its `words` and a `weight`.
 */
export const ranker = (entries) => {
  const weight = weigher(entries.flatMap((entry) => entry.phrases));
  return (typed) => {
    if (!typed.length) return null;
    const judged = entries.map((entry) => judge(entry, typed, weight));
    judged.sort((a, b) => b.score - a.score || a.entry.number - b.entry.number);
    const enough = Math.max(judged[0].score * ENOUGH.share, ENOUGH.least);
    const fits = judged.filter((answer) => answer.score >= enough);
    const rest = judged.filter((answer) => answer.entry.last && !fits.includes(answer));
    return [...fits, ...rest.map((answer) => ({ ...answer, phrase: null, none: true }))];
  };
};

/** The lines of the list, each with what it says before anything is typed. */
const lines = (holder, list, split) => list.map(([id, last, ...phrases], number) => {
  const item = holder.querySelector(`[data-id="${id}"]`);
  const [link, sign] = [item.querySelector("a"), item.querySelector(".gb-sign")];
  return {
    item, number, last, link, sign, first: [...sign.childNodes], href: link.getAttribute("href"),
    phrases: phrases.map(([weight, text, anchor]) => ({ weight, text, anchor, words: split(text) })),
  };
});

export const start = () => {
  const { holder, words, list } = read("finder");
  const split = splitter(language());
  const entries = lines(holder, list, split);
  const rank = ranker(entries);
  const status = told();
  const box = make("input", {
    type: "search", className: "gb-box", placeholder: words.example, autocomplete: "off", spellcheck: false, enterKeyHint: "go",
  });
  const label = make("label", { className: "gb-find" }, make("span", {}, words.label), box);
  holder.before(label, make("p", { className: "gb-quiet gb-keys" }, words.keys), status);
  holder.classList.add("gb-numbered");

  const show = () => {
    const results = rank(split(box.value));
    for (const { item, link, sign, first, href } of entries) {
      item.hidden = Boolean(results);
      link.setAttribute("href", href);
      sign.replaceChildren(...first);
    }
    holder.append(...(results ? results.map((answer) => answer.entry.item) : entries.map((entry) => entry.item)));
    for (const { entry, phrase, none } of results ?? []) {
      entry.item.hidden = false;
      if (none) entry.sign.replaceChildren(words.none);
      else if (phrase) entry.sign.replaceChildren(...entry.first.slice(0, -1), ` ${phrase.text}`);
      if (phrase?.anchor) entry.link.setAttribute("href", entry.href + phrase.anchor);
    }
    const count = results?.filter((answer) => !answer.none).length;
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
  if (matchMedia(DESK).matches) box.focus({ preventScroll: true });
};
