import { AppError, type Issue, messageOf } from '#shared/errors.ts'
import { inLabels } from '#shared/expression/in-labels.ts'
import {
  check,
  checkKept,
  fromStored,
  parse,
  print,
  type SyntaxNode,
  toStored,
} from '#shared/expression/index.ts'
import { resolvePath } from '#shared/expression/resolve.ts'
import type { PathNode } from '#shared/expression/syntax.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ViewDefinition, ViewProblem } from '#shared/metadata/view.ts'
import { type Definition, partsOf, translate, wireOf } from './definition.ts'
import { checkUse } from './fits.ts'

/** A field by the keys of its path; `name` is what it was called, to speak of it once it is gone. */
interface KeptName {
  readonly keys: readonly string[]
  readonly name: string
}
interface KeptFilter {
  readonly tree: SyntaxNode
  readonly text: string
}
export type StoredDefinition = Definition<KeptName, KeptFilter>

const pathNode = (names: readonly string[], keyed: boolean): PathNode => ({
  kind: 'path',
  start: 0,
  end: 0,
  steps: names.map((name) => ({ name, start: 0, end: 0 })),
  ...(keyed && { keyed }),
})
const namesIn = (node: SyntaxNode): string[] =>
  node.kind === 'path' ? node.steps.map(({ name }) => name) : []

/**
 * A definition as it is kept, by key.
 * @returns beside it an issue for each part that names what is not there or cannot be used so
 */
export function toStoredDefinition(
  definition: ViewDefinition,
  catalogue: Catalogue,
  object: CatalogueObject,
): { readonly stored: StoredDefinition; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const attempt = <T>(path: string, work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      issues.push({ path: `/definition/${path}`, ...asFieldRefusal(error, path) })
      return undefined
    }
  }
  const stored = translate(partsOf(definition), {
    called: (name) => name,
    filter: (text) =>
      attempt('filter', (): KeptFilter => {
        const tree = parse(text)
        checkKept(check(tree, catalogue, object, 'boolean'))
        return { tree: toStored(tree, catalogue, object), text }
      }),
    name: (name, path, use) =>
      attempt(path, (): KeptName => {
        const node = pathNode(name.split('.'), false)
        checkUse(resolvePath(node, catalogue, object), use, name, catalogue)
        return { keys: namesIn(toStored(node, catalogue, object)), name }
      }),
  })
  return { stored, issues }
}

/** A path of a view has no column to point at: it is the field that is not there. */
function asFieldRefusal({ code, parameters }: AppError, path: string): Omit<Issue, 'path'> {
  if (code !== 'expression_unknown_field' || path === 'filter') return { code, parameters }
  const { object = '', name = '', suggestion = '' } = parameters
  return { code: 'unknown_field', parameters: { object, name, suggestion } }
}

/**
 * A kept definition by today's names. What is gone is left out and told of, in the reader's language; to a `restricted` one,
 * who does not know all there is, without its name: it may be what is kept from them.
 */
export function fromStoredDefinition(
  stored: StoredDefinition,
  catalogue: Catalogue,
  object: CatalogueObject,
  language: Language,
  restricted = false,
): { readonly definition: ViewDefinition; readonly problems: readonly ViewProblem[] } {
  const problems: ViewProblem[] = []
  const attempt = <T>(path: string, work: () => T, tell: (error: AppError) => AppError): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code, parameters } = tell(error)
      if (restricted && namesWhatIsMissing.has(code)) {
        const [part = ''] = path.split('/')
        const message = messageOf('view_part_hidden', {}, language)
        if (!problems.some((one) => one.path === part && one.code === 'view_part_hidden'))
          problems.push({ path: part, code: 'view_part_hidden', message })
        return undefined
      }
      problems.push({ path, code, message: messageOf(code, parameters, language) })
      return undefined
    }
  }
  const parts = translate(stored, {
    called: ({ name }) => name,
    filter: ({ tree, text }) =>
      attempt(
        'filter',
        () => {
          const named = fromStored(tree, catalogue, object)
          check(named, catalogue, object, 'boolean')
          return print(named)
        },
        (error) => unreadable(error, text, catalogue, language),
      ),
    name: ({ keys, name }, path, use) =>
      attempt(
        path,
        () => {
          const node = pathNode(keys, true)
          checkUse(resolvePath(node, catalogue, object), use, name, catalogue)
          return namesIn(fromStored(node, catalogue, object)).join('.')
        },
        (error) => (isGone(error) ? new AppError('view_field_gone', { name }) : error),
      ),
  })
  return { definition: wireOf(parts), problems }
}

const namesWhatIsMissing: ReadonlySet<string> = new Set(['view_field_gone', 'view_filter_unreadable'])

const isGone = ({ code }: AppError): boolean =>
  code === 'expression_unknown_field' || code === 'expression_type'

/** Characters of a lost filter that are shown again, so that it can be written anew. */
const shownFilter = 300

function unreadable(error: AppError, text: string, catalogue: Catalogue, language: Language): AppError {
  const filter = text.length > shownFilter ? `${text.slice(0, shownFilter)}…` : text
  const reason = messageOf(error.code, inLabels(error, catalogue, language), language)
  return new AppError('view_filter_unreadable', { filter, reason })
}
