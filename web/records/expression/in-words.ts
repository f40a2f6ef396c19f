import { compile, functions, parse, print, type SyntaxNode } from '#shared/expression/index.ts'
import { resolvePath } from '#shared/expression/resolve.ts'
import type { PathNode } from '#shared/expression/syntax.ts'
import { tokenize } from '#shared/expression/tokens.ts'
import type { Language } from '#shared/language.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { Ground } from './problem.ts'

/** Keywords as people write them; English has the language's own. */
const keywords: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-CN': { and: '且', or: '或', not: '非', in: '属于' },
  'zh-TW': { and: '且', or: '或', not: '非', in: '屬於' },
}

/**
 * An expression with fields, choices and functions by the words that people see. Where the words would say something else
 * (two fields of one label), and where the text does not read, it stays as it is.
 */
export function inWords(text: string, ground: Ground, language: Language): string {
  try {
    const worded = withKeywords(print(reword(parse(text), ground, language)), language)
    return meaning(worded, ground) === meaning(text, ground) ? worded : text
  } catch {
    return text
  }
}

/** What an expression asks, wherever its parts stand. */
const meaning = (text: string, { catalogue, object }: Ground): string =>
  JSON.stringify(compile(text, catalogue, object), (key, value: unknown) =>
    key === 'start' || key === 'end'
      ? undefined
      : key === 'object' || key === 'field'
        ? (value as { key: string }).key
        : value,
  )

function withKeywords(text: string, language: Language): string {
  const words = keywords[language]
  if (words === undefined) return text
  return tokenize(text)
    .filter(({ kind, value }) => kind === 'keyword' && Object.hasOwn(words, value))
    .reduceRight((rest, { start, end, value }) => rest.slice(0, start) + words[value] + rest.slice(end), text)
}

function reword(node: SyntaxNode, ground: Ground, language: Language): SyntaxNode {
  const again = (inner: SyntaxNode) => reword(inner, ground, language)
  const against = (of: SyntaxNode, value: SyntaxNode) => withLabel(value, fieldOf(of, ground), language)
  switch (node.kind) {
    case 'path':
      return wordedPath(node, ground, language)
    case 'unary':
      return { ...node, operand: again(node.operand) }
    case 'binary':
      return {
        ...node,
        left: again(against(node.right, node.left)),
        right: again(against(node.left, node.right)),
      }
    case 'in':
      return {
        ...node,
        operand: again(node.operand),
        items: node.items.map((item) => again(against(node.operand, item))),
      }
    case 'call': {
      const [first] = node.arguments
      return {
        ...node,
        name: wordOf(node.name, language),
        arguments: node.arguments.map((argument) =>
          again(first === undefined ? argument : against(first, argument)),
        ),
      }
    }
    default:
      return node
  }
}

function resolved(path: PathNode, { catalogue, object }: Ground) {
  try {
    return resolvePath(path, catalogue, object)
  } catch {
    return undefined
  }
}

const fieldOf = (node: SyntaxNode, ground: Ground): Field | undefined =>
  node.kind === 'path' ? resolved(node, ground)?.steps.at(-1)?.field : undefined

function wordedPath(node: PathNode, ground: Ground, language: Language): SyntaxNode {
  const found = resolved(node, ground)
  // Only a person knows an id by a name.
  if (found === undefined || found.steps.length === 0) return node
  const names = found.steps.map(({ field }) => field.label[language])
  if (found.member !== undefined) names.push(found.member)
  return { ...node, steps: names.map((name) => ({ name, start: 0, end: 0 })) }
}

function withLabel(value: SyntaxNode, field: Field | undefined, language: Language): SyntaxNode {
  if (value.kind !== 'text') return value
  const option = field?.options?.find((one) => one.value === value.value)
  return option === undefined ? value : { ...value, value: option.label[language] }
}

const aliases: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(functions).map(([name, definition]) => [name, definition.aliases]),
)

/** Of two Chinese spellings the second is the traditional one. */
function wordOf(name: string, language: Language): string {
  const known = aliases.get(name)
  if (known === undefined || language === 'en') return name
  return (language === 'zh-TW' ? known.at(-1) : known[0]) ?? name
}
