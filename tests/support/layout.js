// Finds on the page as it stands: what is wider than the window, covered by something else, out of sight while it has the
// focus, or too small to hit. Gives an array of sentences. Runs inside the page.
() => {
  const LEAST = 44 // CSS pixels, for what is pressed while something happens: LOOK, and WCAG 2.2's 2.5.5
  const PRESSED = ".gb-box, .gb-crises a, .gb-clock button, .gb-fill :is(button, input:not([type=checkbox]), select, textarea)"
  const found = new Set()
  const write = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 100)
  const place = (rect) => `${Math.round(rect.left)},${Math.round(rect.top)} ${Math.round(rect.width)}×${Math.round(rect.height)}`
  const is_shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const article = document.querySelector("article")
  const go_to = (top) => scrollTo({ top, behavior: "instant" })
  go_to(0)
  const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0

  // Wider than the window: the page itself, and what stands out of it without a box of its own to be scrolled in.
  const known = new Map([[document.body, []]])
  const list_clips = (element) => {
    if (!known.has(element)) {
      const above = list_clips(element.parentElement)
      known.set(element, getComputedStyle(element).overflow === "visible" ? above : [element.getBoundingClientRect(), ...above])
    }
    return known.get(element)
  }
  const more = document.documentElement.scrollWidth - innerWidth
  if (more > 0) found.add(`the page is ${more} px wider than the window`)

  // Every piece of text in a line of its own, where it stands on the page.
  const pieces = []
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement
    if (!text.data.trim() || !is_shown(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const above = list_clips(parent)
    for (const rect of range.getClientRects()) {
      const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2
      const is_cut = above.some((box) => x < box.left || x > box.right || y < box.top || y > box.bottom)
      if (rect.width < 2 || rect.height < 2 || is_cut) continue
      if (!above.length && (rect.right > innerWidth + 1 || rect.left < -1)) found.add(`leaves the window: ${write(parent)}`)
      pieces.push({ parent, rect, x, y })
    }
  }
  if (!pieces.length) found.add("there is no text")

  // Overlapping: the middle of one text stands in the core of another's line. Only texts at about one height are compared.
  const bands = Map.groupBy(pieces, ({ y }) => Math.floor(y / 100))
  for (const { parent, x, y } of pieces) {
    const band = Math.floor(y / 100)
    for (const { parent: other, rect, y: middle } of [band - 1, band, band + 1].flatMap((near) => bands.get(near) ?? [])) {
      const is_in = x > rect.left && x < rect.right && Math.abs(y - middle) < rect.height / 4
      if (is_in && other !== parent) found.add(`overlaps ${write(other)}: ${write(parent)}`)
    }
  }

  // Covered: somewhere on the way down the page, a thing that is not transparent lies over the middle of a text.
  const hides = (element) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element)
    return backgroundImage !== "none" || !/, 0\)$|^transparent$/.test(backgroundColor)
  }
  const step = Math.max(100, (innerHeight - header) * 0.75)
  for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
    go_to(top)
    for (const { parent, rect, x, y } of pieces) {
      if (rect.top - scrollY < header || rect.bottom - scrollY > innerHeight) continue
      const stack = document.elementsFromPoint(x, y - scrollY)
      const own = stack.findIndex((element) => element.contains(parent))
      for (const over of stack.slice(0, own)) {
        if (!parent.contains(over) && hides(over)) found.add(`covered by ${write(over)}: ${write(parent)}`)
      }
    }
  }

  // Out of sight: what can have the focus has it, and the browser has scrolled to it as for the Tab key.
  const shown_for = (element) => (element.matches("input.md-option") ? element.nextElementSibling : element)
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
    if (!is_shown(element)) continue
    element.focus()
    if (document.activeElement !== element) continue
    const box = shown_for(element).getBoundingClientRect()
    const is_in = box.width > 0 && box.right > 0 && box.left < innerWidth && box.height > 0 && box.bottom > 0 && box.top < innerHeight
    if (!is_in) found.add(`out of sight with the focus, at ${place(box)}: ${write(element)}`)
    if (article.contains(element) && box.bottom <= header) found.add(`behind the header with the focus: ${write(element)}`)
  }
  document.activeElement.blur()
  for (const element of document.querySelectorAll("*")) if (element.scrollTop) element.scrollTop = 0 // a sidebar went along
  go_to(0)

  // Too small to hit.
  for (const element of article.querySelectorAll(PRESSED)) {
    const box = element.getBoundingClientRect()
    if (is_shown(element) && box.width > 0 && box.height < LEAST) found.add(`lower than ${LEAST} px, at ${place(box)}: ${write(element)}`)
  }
  return [...found]
}
