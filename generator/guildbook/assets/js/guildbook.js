// Which module a page needs is told by what stands on it. Without any of them every word is there to read.
const wants = { find: "[data-gb-find]", words: "[data-gb-fill]", clock: "[data-zone], [data-back]", pick: "[data-gb-pick]", rules: "[data-gb-rules]" };
for (const [name, mark] of Object.entries(wants)) if (document.querySelector(mark)) import(`./${name}.js`);
