// Who is awake now, by their zone and hours.
import { language, make, read, say } from "../base/script.js";

const NIGHT = { from: "23:00", to: "07:00" }; // when nobody expects an answer: our word for it, nothing outside
const EVERY = 20_000; // milliseconds; a clock without seconds is never wrong for long

/** Minutes since midnight. */
export const minutes = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** Is a time, in minutes, within hours that may run past midnight? */
export const within = (at, from, to) => (from < to ? at >= from && at < to : at >= from || at < to);

/** What somebody's clock says at a moment: its words in a language, and minutes since midnight. */
export const there = (zone, now, tag) => {
  const part = (options, language) => new Intl.DateTimeFormat(language, { timeZone: zone, ...options }).format(now);
  const clock = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, "en-GB");
  return { at: minutes(clock), time: `${part({ weekday: "short" }, tag)} ${clock}` };
};

/** Which of our words fits somebody's hours at a time: "awake", "night" or "there". */
export const state = (at, from, to) => {
  if (from && within(at, minutes(from), minutes(to))) return "awake";
  return within(at, minutes(NIGHT.from), minutes(NIGHT.to)) ? "night" : "there";
};

export const start = () => {
  const { words } = read("clock");
  const people = [...document.querySelectorAll("[data-zone]")].map((hours) => {
    const note = make("span", { className: "gb-now" });
    hours.append(" ", note);
    return { note, zone: hours.dataset.zone, from: hours.dataset.from, to: hours.dataset.to };
  });
  const look = () => {
    for (const { note, zone, from, to } of people) {
      try {
        const { at, time } = there(zone, new Date(), language());
        const now = state(at, from, to);
        note.classList.toggle("gb-awake", now === "awake");
        note.textContent = say(words[now], { time });
      } catch {
        note.textContent = ""; // a zone that this browser does not know
      }
    }
  };
  look();
  if (people.length) setInterval(look, EVERY);
};
