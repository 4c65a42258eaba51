// A rule's lasting address, ready to paste: the one that unfolds with the rule, wherever the site moves its words.
import { make, read, say, told } from "./page.js";

const { words } = read("rules");

for (const rule of document.querySelectorAll(".gb-rule")) {
  const heading = rule.previousElementSibling;
  if (!heading?.id) continue;
  const status = told();
  const button = make("button", { type: "button", className: "gb-quiet-button" }, words.copy);
  const title = [...heading.childNodes].filter((node) => !node.classList?.contains("headerlink")).map((node) => node.textContent).join("").trim();
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
}
