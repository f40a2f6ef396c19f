/**
 * What people write is plain text with two kinds of Markdown links in it: `[@林知夏](user:UUID)` mentions a member,
 * `[合同.pdf](file:UUID)` and `![现场.jpg](file:UUID)` are files.
 */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly name: string; readonly id: string }
  | { readonly kind: 'file'; readonly name: string; readonly id: string; readonly picture: boolean }
  | { readonly kind: 'link'; readonly address: string }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const marks = new RegExp(
  `(!?)\\[([^\\[\\]\\n]{1,300})\\]\\((user|file):(${uuid})\\)|(https?://[^\\s<>"'“”（）()，。；、\\u4e00-\\u9fff]{3,500})`,
  'gi',
)

/** A written text in pieces, in order. Nothing else of Markdown or HTML means anything here. */
export function piecesOf(written: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of written.matchAll(marks)) {
    const [whole, bang = '', name = '', scheme, id = '', address] = match
    if (match.index > at) pieces.push({ kind: 'text', text: written.slice(at, match.index) })
    if (address !== undefined) pieces.push({ kind: 'link', address })
    else if (scheme === 'user') pieces.push({ kind: 'mention', name: name.replace(/^@/, ''), id })
    else pieces.push({ kind: 'file', name, id, picture: bang === '!' })
    at = match.index + whole.length
  }
  if (at < written.length) pieces.push({ kind: 'text', text: written.slice(at) })
  return pieces
}

/** A member who was chosen from the menu: in the box it reads `@name`. */
export interface Mention {
  readonly id: string
  readonly name: string
}

export interface Attached {
  readonly id: string
  readonly name: string
  readonly picture: boolean
}

interface Draft {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** Those that stand in the text itself. */
  readonly inText?: readonly Attached[]
}

/** What a link may be called: brackets and line breaks would end it. */
const linkable = (name: string): string =>
  name
    .replaceAll(/[[\]\n\r]/g, ' ')
    .trim()
    .slice(0, 300)

/** The text as it is kept: each `@name` that was chosen becomes a link, files of the text stand at its end. */
export function writtenOf({ text, mentions, inText = [] }: Draft): string {
  const byLength = mentions.toSorted((a, b) => b.name.length - a.name.length)
  const names = byLength.map(({ name }) => escaped(`@${name}`))
  const linked =
    names.length === 0
      ? text
      : text.replaceAll(new RegExp(`(?<!\\[)(?:${names.join('|')})`, 'g'), (found) => {
          const mention = byLength.find(({ name }) => `@${name}` === found)
          return mention === undefined ? found : `[@${linkable(mention.name)}](user:${mention.id})`
        })
  const links = inText.map(
    ({ id, name, picture }) => `${picture ? '!' : ''}[${linkable(name) || id}](file:${id})`,
  )
  return [linked.trim(), ...links].filter((part) => part !== '').join('\n')
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The other way: what was kept, as it is written again in the box. */
export function draftOf(written: string): Required<Draft> {
  const mentions = new Map<string, Mention>()
  const inText: Attached[] = []
  let text = ''
  for (const piece of piecesOf(written)) {
    if (piece.kind === 'text') text += piece.text
    else if (piece.kind === 'link') text += piece.address
    else if (piece.kind === 'file') inText.push({ id: piece.id, name: piece.name, picture: piece.picture })
    else {
      const known = [...mentions.values()].find(({ name }) => name === piece.name)
      // Two members of one name: the second one keeps its link, so that nobody is taken for another.
      if (known !== undefined && known.id !== piece.id) text += `[@${piece.name}](user:${piece.id})`
      else {
        mentions.set(piece.id, { id: piece.id, name: piece.name })
        text += `@${piece.name}`
      }
    }
  }
  return { text: text.trimEnd(), mentions: [...mentions.values()], inText }
}
