import type { FieldTypeName } from './field-type.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const link = new RegExp(String.raw`\]\(file:(${uuid})\)`, 'gi')

/** Types whose texts may name files: `[合同.pdf](file:UUID)`. */
export const linkingTypes: ReadonlySet<FieldTypeName> = new Set(['longText', 'richText'])

/** Ids of the files that a text links to, each once. */
export const filesLinkedIn = (text: string): ReadonlySet<string> =>
  text.includes('](file:')
    ? new Set([...text.matchAll(link)].map(([, id = '']) => id.toLowerCase()))
    : new Set()
