import { parseSync } from 'vite'

/** Attributes whose value somebody reads or hears. */
const spoken = new Set(['placeholder', 'title', 'label', 'alt', 'description', 'detail', 'hint', 'error'])
/** Components whose text is no language: keys as they are engraved, code. */
const wordless = new Set(['Kbd', 'code', 'Specimen'])

const words = /\p{Script=Han}|\p{L}{2,}/u

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/**
 * The literal words that a component shows: text between tags, and the values of attributes that are read or heard.
 * Arguments of calls are none of them: `t('records.newRecord')` is how it should be.
 */
export function findLiteralText(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  const found: string[] = []
  // The parser's tree as plain data: nodes are known by their type alone.
  visit(
    JSON.parse(JSON.stringify(program, (_, value) => (typeof value === 'bigint' ? `${value}` : value))),
    found,
  )
  return found
}

function visit(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const item of value) visit(item, found)
  if (!isNode(value)) return
  if (value.type === 'JSXElement' && wordless.has(nameOf(value.openingElement))) return
  if (value.type === 'JSXElement' || value.type === 'JSXFragment') note(value.children, found)
  if (value.type === 'JSXAttribute' && isSpoken(value)) note(value.value, found)
  for (const [member, child] of Object.entries(value)) if (member !== 'type') visit(child, found)
}

/** Gathers the texts that an expression may come to, without entering calls or further elements. */
function note(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const item of value) note(item, found)
  if (!isNode(value)) return
  const text = textOf(value)
  if (text !== undefined) {
    if (words.test(text)) found.push(text.trim())
    return
  }
  for (const member of ['expression', 'consequent', 'alternate', 'left', 'right']) {
    if (value.type === 'ConditionalExpression' || member !== 'left' || value.type === 'BinaryExpression')
      if (!isComparison(value)) note(value[member], found)
  }
}

function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return undefined
  return node.quasis
    .map((part: unknown) => (isNode(part) && hasCooked(part.value) ? part.value.cooked : ''))
    .join('')
}

const hasCooked = (value: unknown): value is { cooked: string } =>
  typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'

const isComparison = (node: Node) =>
  node.type === 'BinaryExpression' && typeof node.operator === 'string' && /[=<>]|in/.test(node.operator)

function isSpoken(attribute: Node): boolean {
  const name = nameOf(attribute)
  return spoken.has(name) || name === 'aria-label' || name === 'aria-description'
}

function nameOf(value: unknown): string {
  if (!isNode(value) || !isNode(value.name)) return ''
  return typeof value.name.name === 'string' ? value.name.name : ''
}
