// A rule's lasting address, ready to paste: the one that unfolds with the rule, wherever the site moves its words.
// And the rules in one minute, each of which folds open to the whole.
import { make, read, say, told } from "./page.js";

const { words } = read("rules");

/** A rule's title, without the mark of its link. */
const titleOf = (heading) => [...heading.childNodes].filter((node) => !node.classList?.contains("headerlink")).map((node) => node.textContent).join("").trim();

const link = (rule, heading) => {
  const status = told(), title = titleOf(heading);
  const button = make("button", { type: "button", className: "gb-quiet-button" }, words.copy);
  button.setAttribute("aria-label", say(words.named, { title }));
  button.addEventListener("click", async () => {
    const address = new URL(`../r/${heading.id}/`, location.href.split("#")[0]).href;
    try {
      await navigator.clipboard.writeText(address);
      status.textContent = say(words.copied, { title });
    } catch {
      status.textContent = address; // to be copied by hand
    }
  });
  rule.append(make("div", { className: "gb-link" }, button, status));
};

/** A line of the minute that shows its rule in its place: a copy, so that the rule's own address still leads to the rule. */
const fold = (line) => {
  const heading = document.getElementById(line.querySelector("a").hash.slice(1)), rule = heading?.nextElementSibling;
  if (!rule?.matches(".gb-rule")) return;
  const whole = rule.cloneNode(true);
  whole.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
  whole.querySelector(".gb-short")?.remove();
  whole.hidden = true;
  const button = make("button", { type: "button", className: "gb-fold", aria: { expanded: "false", label: say(words.whole, { title: titleOf(heading) }) } });
  button.addEventListener("click", () => {
    whole.hidden = !whole.hidden;
    button.setAttribute("aria-expanded", String(!whole.hidden));
  });
  line.append(button, whole);
};

document.querySelectorAll(".gb-minute > li").forEach(fold);
for (const rule of document.querySelectorAll(".gb-rule")) {
  const heading = rule.previousElementSibling;
  if (heading?.id) link(rule, heading);
}
