import { element, table } from './dom.js'
import { texts } from './texts.js'

const stepOf = (text) => text.replaceAll('~1', '/').replaceAll('~0', '~')

/** A schema with its `$ref` followed. */
export function resolve(schema, root) {
  if (schema?.$ref === undefined) return schema ?? {}
  return schema.$ref
    .split('/')
    .slice(1)
    .reduce((value, step) => value?.[stepOf(step)], root)
}

/** `string (date)`, `Company[]`, `Company | Company[]`: what a value may be, in one line. */
export function typeText(schema, root) {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices !== undefined) return [...new Set(choices.map((one) => typeText(one, root)))].join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map((one) => typeText(one, root)).find(Boolean)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.type === 'array') return `${wrapped(typeText(schema.items ?? {}, root))}[]`
  const type = [schema.type ?? texts.any].flat().join(' | ')
  return schema.format === undefined ? type : `${type} (${schema.format})`
}

const wrapped = (text) => (text.includes(' | ') ? `(${text})` : text)

/** The object that a schema is about: of one or many, the one. */
export function objectOf(schema, root) {
  const found = resolve(schema, root)
  if (found.properties !== undefined) return found
  for (const inner of found.oneOf ?? found.anyOf ?? found.allOf ?? (found.items ? [found.items] : [])) {
    const object = objectOf(inner, root)
    if (object !== undefined) return object
  }
  return undefined
}

/** Members of an object as a table: name, type, meaning. */
export function schemaTable(schema, root) {
  const object = objectOf(schema, root)
  const type = element('p.type', {}, element('code', {}, typeText(schema, root)))
  if (object === undefined) return type
  const rows = Object.entries(object.properties).map(([name, member]) => [
    element(
      'span',
      {},
      element('code.name', {}, name),
      object.required?.includes(name) ? requiredMark() : false,
    ),
    element('code', {}, typeText(member, root)),
    meaningOf(resolve(member, root), object === schema),
  ])
  const described = object.description !== undefined && element('p.hint', {}, object.description)
  return element('div', {}, type, described, table([texts.member, texts.type, texts.meaning], rows))
}

export const requiredMark = () => element('span.required', {}, texts.required)

export function meaningOf({ title, description }) {
  return [title, description].filter(Boolean).join(texts.colon)
}

const samples = {
  'date-time': '2026-11-20T08:30:00Z',
  date: '2026-11-20',
  uuid: '01890000-0000-7000-8000-000000000000',
  email: 'wang@example.com',
  uri: 'https://example.com',
  decimal: '12000.50',
}

/** A value that a schema takes, to begin with; of a record the members that matter most. */
export function sampleOf(schema, root, depth = 0) {
  const found = resolve(schema, root)
  const choices = found.oneOf ?? found.anyOf ?? found.allOf
  if (choices !== undefined) return sampleOf(choices[0], root, depth)
  if (found.enum !== undefined) return found.enum[0]
  if (found.const !== undefined) return found.const
  const type = [found.type].flat()[0]
  if (type === 'array') return depth > 2 ? [] : [sampleOf(found.items ?? {}, root, depth + 1)]
  if (type === 'object' || found.properties !== undefined) {
    const names = Object.keys(found.properties ?? {}).filter(
      (name) => name !== 'id' || found.required?.includes('id'),
    )
    const chosen = names.slice(0, depth === 0 ? 3 : 2)
    return Object.fromEntries(chosen.map((name) => [name, sampleOf(found.properties[name], root, depth + 1)]))
  }
  if (type === 'integer' || type === 'number') return found.minimum ?? 1
  if (type === 'boolean') return true
  return samples[found.format] ?? found.title ?? ''
}
