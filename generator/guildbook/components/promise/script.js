// A quiet clock for a promise: it begins when the words of a reply are copied, and ends with the words that keep it.
import { make, read, say, told } from "../base/script.js";
import { quietButton } from "../button/script.js";

/** Seconds as a clock shows them: 1:05 or 2:00:00. */
export const countdown = (seconds) => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/** The clock of one reply; it goes on where it was when the page is opened again in the same tab. */
const promise = (place, number, words) => {
  const length = place.dataset.back * 60_000, key = `guildbook-clock-${location.pathname}-${number}`;
  const starter = quietButton(place.dataset.start);
  const left = make("span", { className: "gb-left", aria: { role: "timer" } });
  const status = told();
  place.append(starter, left, status);
  let end = Number(sessionStorage.getItem(key)) || 0, timer;
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    left.textContent = seconds ? say(words.left, { time: countdown(seconds) }) : "";
    if (seconds) return;
    clearInterval(timer);
    sessionStorage.removeItem(key);
    starter.hidden = false;
    const next = place.dataset.next;
    status.replaceChildren(words.over, " ", ...(next ? [make("a", { href: next }, place.dataset.say)] : []));
  };
  const run = () => {
    sessionStorage.setItem(key, end);
    starter.hidden = true;
    status.replaceChildren();
    clearInterval(timer);
    timer = setInterval(tick, 1000);
    tick();
  };
  const begin = () => {
    end = Date.now() + length;
    const hadFocus = document.activeElement === starter;
    run();
    if (hadFocus) {
      left.tabIndex = -1;
      left.focus();
    }
  };
  starter.addEventListener("click", begin);
  place.parentNode.addEventListener("gb-copied", () => { if (starter.hidden === false) begin(); });
  if (end) run();
};

export const start = () => {
  const { words } = read("promise");
  document.querySelectorAll("[data-back]").forEach((place, number) => promise(place, number, words));
};
