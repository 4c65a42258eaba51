// A rule's lasting address, ready to paste: the one that unfolds with the rule, wherever the site moves its words.
import { make, read, say, told } from "../base/script.js";
import { quietButton } from "../button/script.js";

/** A rule's title, without the mark of its link. */
export const titleOf = (heading) => {
  const own = [...heading.childNodes].filter((node) => !node.classList?.contains("headerlink"));
  return own.map((node) => node.textContent).join("").trim();
};

const link = (rule, heading, words) => {
  const status = told(), title = titleOf(heading);
  const button = quietButton(words.copy, { label: say(words.named, { title }) });
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

export const start = () => {
  const { words } = read("rule-link");
  for (const rule of document.querySelectorAll(".gb-rule")) {
    const heading = rule.previousElementSibling;
    if (heading?.id) link(rule, heading, words);
  }
};
