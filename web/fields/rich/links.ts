const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const name = String.raw`((?:\\.|[^\[\]\\\n]){1,300})`

/** A mention at the beginning of a text, `[@林知夏](user:UUID)`, and a file: `[合同.pdf](file:UUID)`, `![现场.jpg](file:UUID)`. */
export const mentionLink = new RegExp(String.raw`^\[@${name}\]\(user:(${uuid})\)`, 'i')
export const fileLink = new RegExp(String.raw`^(!?)\[${name}\]\(file:(${uuid})\)`, 'i')

export const unescaped = (text: string): string => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')

/** What a link may be called: brackets and line breaks would end it. */
export const linkable = (text: string): string =>
  text
    .replaceAll(/[[\]\\\n\r]/g, ' ')
    .trim()
    .slice(0, 300)
