// Who is awake now, by their zone and hours; and a quiet clock for the promise to be back.
import { make, read, say, told } from "./page.js";

const { words } = read("clock");
const language = document.documentElement.lang || "en";
const minutes = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** What somebody's clock says: its words, and minutes since midnight. */
const there = (zone, now) => {
  const part = (options, tag) => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }).format(now);
  const clock = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB");
  return { at: minutes(clock), time: `${part({ weekday: "short" }, language)} ${clock}` };
};

/** Is a time within hours that may run past midnight? */
const within = (at, from, to) => (from < to ? at >= from && at < to : at >= from || at < to);

const people = [...document.querySelectorAll("[data-zone]")].map((hours) => {
  const note = make("span", { className: "gb-now" });
  hours.append(" ", note);
  return { note, zone: hours.dataset.zone, from: hours.dataset.from, to: hours.dataset.to };
});

const look = () => {
  for (const { note, zone, from, to } of people) {
    try {
      const { at, time } = there(zone, new Date());
      const isAwake = from && within(at, minutes(from), minutes(to));
      note.classList.toggle("gb-awake", Boolean(isAwake));
      note.textContent = say(isAwake ? words.awake : within(at, 23 * 60, 7 * 60) ? words.night : words.there, { time });
    } catch {
      note.textContent = ""; // a zone that this browser does not know
    }
  }
};
look();
setInterval(look, 20_000);

/** The promise of one reply: it begins when its words are copied, and ends with the words that keep it. */
const promise = (place, number) => {
  const length = place.dataset.back * 60_000, key = `guildbook-clock-${location.pathname}-${number}`;
  const start = make("button", { type: "button", className: "gb-quiet-button" }, place.dataset.start);
  const left = make("span", { className: "gb-left", aria: { role: "timer" } });
  const status = told();
  place.append(start, left, status);
  let end = Number(sessionStorage.getItem(key)) || 0, timer;
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const two = (number) => String(number).padStart(2, "0");
    left.textContent = seconds ? say(words.left, { time: h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}` }) : "";
    if (seconds) return;
    clearInterval(timer);
    sessionStorage.removeItem(key);
    start.hidden = false;
    const next = place.dataset.next;
    status.replaceChildren(words.over, " ", ...(next ? [make("a", { href: next }, place.dataset.say)] : []));
  };
  const run = () => {
    sessionStorage.setItem(key, end);
    start.hidden = true;
    status.replaceChildren();
    clearInterval(timer);
    timer = setInterval(tick, 1000);
    tick();
  };
  const begin = () => {
    end = Date.now() + length;
    const hadFocus = document.activeElement === start;
    run();
    if (hadFocus) {
      left.tabIndex = -1;
      left.focus();
    }
  };
  start.addEventListener("click", begin);
  place.parentNode.addEventListener("gb-copied", () => { if (start.hidden === false) begin(); });
  if (end) run();
};
document.querySelectorAll("[data-back]").forEach(promise);
