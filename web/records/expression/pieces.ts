import { AppError } from '#shared/errors.ts'
import { type Token, tokenize } from '#shared/expression/tokens.ts'

type PieceKind = 'name' | 'function' | 'text' | 'number' | 'keyword' | 'sign' | 'plain'

/** A stretch of an expression as it is coloured. */
interface Piece {
  readonly kind: PieceKind
  readonly text: string
  readonly start: number
}

/** The tokens of a text as far as it can be read, which may be all of it or none. */
export function readableTokens(text: string): readonly Token[] {
  try {
    return tokenize(text).filter(({ kind }) => kind !== 'end')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const at = error.code === 'expression_incomplete' ? openedAt(text) : Number(error.parameters.column) - 1
    return at !== undefined && at > 0 && at < text.length ? readableTokens(text.slice(0, at)) : []
  }
}

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '＂': '＂',
  '＇': '＇',
  '[': ']',
  '【': '】',
  '［': '］',
}

/** Where a quotation or bracket begins that nobody has closed. */
export function openedAt(text: string): number | undefined {
  let opened: number | undefined
  let closer = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (opened === undefined) {
      const end = closing[character]
      if (end === undefined) continue
      opened = at
      closer = end
    } else if (character === '\\') at++
    else if (character === closer) opened = undefined
  }
  return opened
}

/** A text in pieces that together are the text again. */
export function piecesOf(text: string): readonly Piece[] {
  const tokens = readableTokens(text)
  const pieces: Piece[] = []
  let at = 0
  const plainTo = (end: number) => {
    if (end > at) pieces.push({ kind: 'plain', text: text.slice(at, end), start: at })
  }
  for (const [index, token] of tokens.entries()) {
    plainTo(token.start)
    const called = token.kind === 'name' && isOpening(tokens[index + 1])
    const kind = called ? 'function' : token.kind === 'end' ? 'plain' : token.kind
    pieces.push({ kind, text: text.slice(token.start, token.end), start: token.start })
    at = token.end
  }
  plainTo(text.length)
  return pieces
}

export const isOpening = (token: Token | undefined): boolean => token?.kind === 'sign' && token.value === '('
