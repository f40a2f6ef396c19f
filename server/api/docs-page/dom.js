/**
 * An element. Texts become text nodes, never markup: labels of a workspace can hold anything.
 * @param {string} tag `div.class` with an optional class
 * @param {Record<string, unknown>} properties attributes; functions are listeners, `false` leaves one out
 * @param {...(Node | string | false | undefined)} children
 */
export function element(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.')
  const made = document.createElement(name)
  if (classes.length > 0) made.className = classes.join(' ')
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value !== false && value !== undefined)
      made.setAttribute(key, value === true ? '' : String(value))
  }
  made.append(...children.filter((child) => child !== false && child !== undefined))
  return made
}

/** A table with a head; a row is a list of cells. It scrolls by itself where the screen is narrow. */
export function table(heads, rows) {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)))
  const body = rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell))))
  return element(
    'div.scroll',
    { tabindex: 0, role: 'region', 'aria-label': heads[0] },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...body)),
  )
}
