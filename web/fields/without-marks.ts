/** The words of a Markdown text on one line, for cells and while the formatted text is loading. */
export const withoutMarks = (markdown: string): string =>
  markdown
    .replaceAll(/^[ \t]*[-*+] \[[ x]\][ \t]+/gim, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|[-*+]|\d+\.|>)[ \t]+/gm, '')
    .replaceAll(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&(lt|gt|amp|quot|nbsp);/g, (_, name: keyof typeof entities) => entities[name])
    .replaceAll(/^[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/gm, '')
    .replaceAll(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, cells: string) => cells.replaceAll('|', ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' } as const
