import { resolvePath, targetOf } from '#shared/expression/resolve.ts'
import type { Token } from '#shared/expression/tokens.ts'
import type { FieldNode } from '#shared/expression/typed.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { isOpening, openedAt, readableTokens } from './pieces.ts'
import type { Ground } from './problem.ts'

/** What can be written where the caret stands; `typed` is what stands there already, from `from` to the caret. */
export type Place = { readonly from: number; readonly typed: string } & (
  | { readonly kind: 'operand'; readonly against: FieldNode | undefined }
  | { readonly kind: 'member'; readonly of: CatalogueObject }
  | { readonly kind: 'text'; readonly against: FieldNode | undefined; readonly opening: string }
  | { readonly kind: 'operator'; readonly after: FieldNode | undefined }
)

const partOfName = /[\p{L}_][\p{L}\p{N}\p{M}_]*$/u

export function placeAt(text: string, caret: number, ground: Ground): Place {
  const before = text.slice(0, caret)
  const opened = openedAt(before)
  if (opened !== undefined) {
    const tokens = readableTokens(before.slice(0, opened))
    const opening = before[opened] ?? ''
    const typed = before.slice(opened + 1)
    return { kind: 'text', from: opened, typed, opening, against: heldAgainst(tokens, ground) }
  }
  const typed = partOfName.exec(before)?.[0] ?? ''
  const from = caret - typed.length
  const tokens = readableTokens(before.slice(0, from))
  const last = tokens.at(-1)
  if (last?.kind === 'sign' && last.value === '.') {
    const path = pathBefore(tokens.slice(0, -1), ground)
    const of = path && targetOf(path.steps.at(-1)!.field, ground.catalogue)
    if (of !== undefined) return { kind: 'member', from, typed, of }
  }
  if (endsOperand(last)) return { kind: 'operator', from, typed, after: pathBefore(tokens, ground) }
  return { kind: 'operand', from, typed, against: heldAgainst(tokens, ground) }
}

const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'name' ||
    token.kind === 'text' ||
    token.kind === 'number' ||
    (token.kind === 'sign' && token.value === ')') ||
    (token.kind === 'keyword' && ['true', 'false', 'empty'].includes(token.value)))

/** The field whose path the tokens end in. */
function pathBefore(tokens: readonly Token[], { catalogue, object }: Ground): FieldNode | undefined {
  const steps: Token[] = []
  for (let at = tokens.length - 1; at >= 0; at -= 2) {
    const name = tokens[at]
    if (name?.kind !== 'name' && name?.kind !== 'keyword') break
    steps.unshift(name)
    const dot = tokens[at - 1]
    if (dot?.kind !== 'sign' || dot.value !== '.') break
  }
  const [first] = steps
  if (first === undefined) return undefined
  try {
    const names = steps.map(({ value, start, end }) => ({ name: value, start, end }))
    const node = resolvePath(
      { kind: 'path', steps: names, start: first.start, end: first.end },
      catalogue,
      object,
    )
    return node.steps.length === 0 ? undefined : node
  } catch {
    return undefined
  }
}

/** The field that what comes next is held against: `status = …`, `status in (…, …`, `contains(tags, …`. */
function heldAgainst(tokens: readonly Token[], ground: Ground): FieldNode | undefined {
  const last = tokens.at(-1)
  if (last?.kind !== 'sign') return undefined
  if (last.value === '=' || last.value === '!=') return pathBefore(tokens.slice(0, -1), ground)
  if (last.value !== '(' && last.value !== ',') return undefined
  let depth = 0
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token?.kind === 'sign' && token.value === ')') depth++
    if (!isOpening(token) || depth-- > 0) continue
    const word = tokens[at - 1]
    if (word?.kind === 'keyword' && word.value === 'in') {
      const negated = tokens[at - 2]?.value === 'not' && tokens[at - 2]?.kind === 'keyword'
      return pathBefore(tokens.slice(0, at - (negated ? 2 : 1)), ground)
    }
    if (word?.kind === 'name' && last.value === ',') {
      const comma = tokens.findIndex((other, index) => index > at && other.value === ',')
      return pathBefore(tokens.slice(at + 1, comma), ground)
    }
    return undefined
  }
  return undefined
}
