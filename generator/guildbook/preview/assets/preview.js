// Asks the preview what is new: shows the words of a problem in a slim bar, and reloads the page, where it was, when it is mended.
const place = `guildbook:${location.pathname}`;
let known = { version: Number(new URL(import.meta.url).searchParams.get("version")), problems: "" };
let bar = null;

const kept = sessionStorage.getItem(place);
if (kept !== null) {
  sessionStorage.removeItem(place);
  addEventListener("load", () => scrollTo(0, Number(kept)));
}

function tell(problems) {
  if (!problems) {
    bar?.remove();
    bar = null;
    return;
  }
  bar ??= document.body.insertBefore(document.createElement("details"), document.body.firstChild);
  bar.className = "gb-preview-bar";
  const [first, ...rest] = problems.split("\n");
  const summary = document.createElement("summary");
  summary.textContent = first;
  const more = document.createElement("pre");
  more.textContent = rest.join("\n");
  bar.replaceChildren(summary, more);
  bar.setAttribute("role", "alert");
}

async function ask() {
  const answer = await fetch(`/_guildbook/news?${encodeURIComponent(JSON.stringify(known))}`, { cache: "no-store" });
  const news = await answer.json();
  const onlyProblems = document.querySelector(".gb-preview-problems");
  if (news.version !== known.version || (onlyProblems && onlyProblems.textContent !== news.problems)) {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
    return new Promise(() => {}); // this page is over
  }
  known = news;
  if (!onlyProblems) tell(news.problems);
}

for (;;) {
  try {
    await ask();
  } catch {
    await new Promise((again) => setTimeout(again, 500));
  }
}
