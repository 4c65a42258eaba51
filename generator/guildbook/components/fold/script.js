// A line of the minute that shows its rule in its place: a copy, so that the rule's own address still leads to the rule.
import { make, read, say } from "../base/script.js";
import { titleOf } from "../rule-link/script.js";

const fold = (line, words) => {
  const heading = document.getElementById(line.querySelector("a").hash.slice(1)), rule = heading?.nextElementSibling;
  if (!rule?.matches(".gb-rule")) return;
  const whole = rule.cloneNode(true);
  whole.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
  whole.querySelectorAll(".gb-short, .gb-link").forEach((part) => part.remove());
  whole.hidden = true;
  const aria = { expanded: "false", label: say(words.whole, { title: titleOf(heading) }) };
  const button = make("button", { type: "button", className: "gb-fold", aria });
  button.addEventListener("click", () => {
    whole.hidden = !whole.hidden;
    button.setAttribute("aria-expanded", String(!whole.hidden));
  });
  line.append(button, whole);
};

export const start = () => {
  const { words } = read("fold");
  document.querySelectorAll(".gb-minute > li").forEach((line) => fold(line, words));
};
