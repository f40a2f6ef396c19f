/** Signs that begin a mark, an escape, a link or a tag. */
const mark = /[*_~`<[!\\]/g
/** Marks times characters: the parser looks through what is left of a paragraph at each mark. */
const mostSteps = 20_000_000
const mostLines = 1_500
/** Marks within marks, and quotes and lists within each other, by the hundred: the parser calls itself for each. */
const nested = /(?:[>[(*_~`][ \t]*){60,}|^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+){30,}/m

/**
 * Whether formatting a text would hold up the page for seconds, or end in a stack overflow: an HTML page pasted into it
 * did so for a minute. Such a text is shown and edited as it was written.
 */
export function isHeavyMarkdown(text: string): boolean {
  const marks = text.match(mark)?.length ?? 0
  if (marks * text.length > mostSteps) return true
  const lines = text.match(/\n/g)?.length ?? 0
  return lines > mostLines || nested.test(text)
}
