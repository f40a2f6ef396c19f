import fc from 'fast-check'
import { functions } from '#shared/expression/functions/index.ts'
import { quote } from '#shared/expression/print.ts'
import { comparisonOperators } from '#shared/expression/syntax.ts'
import type { Type } from '#shared/expression/typed.ts'
import { days, idOf, moments, money, people, texts } from './thing.ts'

/** Types of which whole expressions are made; the others are only ever fields. */
export const madeTypes = ['boolean', 'text', 'number', 'date', 'dateTime', 'id', 'list', 'ids'] as const
type Made = (typeof madeTypes)[number]
const isMade = (type: Type): type is Made => madeTypes.some((one) => one === type)

const own: Readonly<Record<Made | 'address' | 'anyRecord' | 'json' | 'record', readonly string[]>> = {
  text: [
    ...['name', 'code', 'essay', 'page', 'email', 'phone', 'url', 'serial', 'level', 'currency'],
    ...['address.city', 'address.country', 'address.street'],
  ],
  number: ['amount', 'size', 'share', 'stars', 'version'],
  boolean: ['flag'],
  date: ['day'],
  dateTime: ['moment', 'createdAt', 'deletedAt'],
  id: ['id', 'parentId', 'managerId', 'ownerId', 'attachment', 'parent.id'],
  list: ['levels', 'tags'],
  ids: ['friends'],
  address: ['address'],
  anyRecord: ['regarding', 'about'],
  json: ['extra'],
  record: ['parent', 'manager', 'owner'],
}

const fieldOf = (type: keyof typeof own): fc.Arbitrary<string> => {
  const fields = own[type]
  const far = ['parent', 'parent.parent', 'parent.parent.parent'].flatMap((path) =>
    fields.map((field) => `${path}.${field}`),
  )
  const people = type === 'text' ? ['owner.name', 'manager.email', 'parent.owner.name'] : []
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fields) }, fc.constantFrom(...far, ...people))
}

const textLiteral = fc
  .oneof(
    fc.constantFrom(...texts, 'VIP', 'week', 'quarter', 'year', ''),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  )
  .map((text) => quote(text.normalize('NFC').replace(/[\0\p{Cs}]/gu, '')))
const numberLiteral = fc.constantFrom(
  ...money,
  ...['1', '2', '3', '7', '-1', '15', '-40', '30', '365', '120000', '-3700000', '99999999999', '50万', '0.3'],
  ...[`${'9'.repeat(39)}`, `0.${'0'.repeat(19)}1`, `0.${'0'.repeat(50)}1`, '10000000000'],
)
const dayLiteral = fc.constantFrom(...days).map(quote)
// Without an offset: an hour that clocks skip, one that they repeat, and the ends of all years.
const clockLiterals = [
  '2026-01-01 00:00',
  '2018-11-04T00:30:00.5',
  '2026-11-01 00:30',
  '0001-01-01 00:00',
  '9999-12-31 23:59:59',
]
const momentLiteral = fc.constantFrom(...moments, '2026-01-01T08:00:00+08:00', ...clockLiterals).map(quote)
const idLiteral = fc.constantFrom(...[0, 1, 2, 5].map(idOf), ...people).map(quote)

const literals: Readonly<Record<Made, fc.Arbitrary<string>>> = {
  text: textLiteral,
  number: numberLiteral,
  boolean: fc.constantFrom('true', 'false'),
  date: dayLiteral.map((day) => `date(${day})`),
  dateTime: fc.constantFrom('now()'),
  id: fc.constantFrom('me()'),
  list: fieldOf('list'),
  ids: fieldOf('ids'),
}

/** What a value of the type may be held against: literals are taken for what stands on the other side. */
const opposite: Readonly<Partial<Record<Made, fc.Arbitrary<string>>>> = {
  date: dayLiteral,
  dateTime: fc.oneof(dayLiteral, momentLiteral),
  id: idLiteral,
}

const made = new Map<string, fc.Arbitrary<string>>()

/** Texts of expressions that are well typed: fields, literals, and what is made of them. */
function expressionOf(wanted: Made, depth: number): fc.Arbitrary<string> {
  const key = `${wanted} ${depth}`
  const leaf = leafOf(wanted)
  const known = made.get(key) ?? (depth <= 0 ? leaf : fc.oneof(leaf, leaf, ...constructsOf(wanted, depth)))
  made.set(key, known)
  return known
}

const leafOf = (type: Made) =>
  fc.oneof({ weight: 4, arbitrary: fieldOf(type) }, { weight: 2, arbitrary: literals[type] })

/** One for each function and operator that gives the type, of operands less deep. */
export function constructsOf(wanted: Made, depth: number): fc.Arbitrary<string>[] {
  const inner = (type: Made) => expressionOf(type, depth - 1)
  const any = fc.constantFrom(...madeTypes).chain((type) => inner(type))
  const argument = (types: readonly Type[] | 'any'): fc.Arbitrary<string> =>
    types === 'any'
      ? fc.oneof({ weight: 5, arbitrary: any }, fieldOf('address'), fieldOf('json'), fieldOf('record'))
      : fc.oneof(
          ...types.map((type) =>
            isMade(type) ? inner(type) : type === 'empty' ? fc.constant('empty') : fieldOf(type as 'record'),
          ),
        )

  const options: fc.Arbitrary<string>[] = []
  for (const [name, { parameters, optional = 0, result }] of Object.entries(functions)) {
    if (name === 'contains') continue
    if (typeof result === 'number') {
      const alternative = fc.oneof({ weight: 4, arbitrary: inner(wanted) }, fc.constant('empty'))
      const [first, second] = [alternative, alternative]
      options.push(
        name === 'if'
          ? fc.tuple(inner('boolean'), inner(wanted), second).map((list) => `if(${list.join(', ')})`)
          : fc.tuple(inner(wanted), first).map((list) => `${name}(${list.join(', ')})`),
      )
    } else if (result === wanted) {
      for (let left = 0; left <= optional; left++) {
        const taken = parameters.slice(0, parameters.length - left).map(argument)
        options.push(fc.tuple(...taken).map((list) => `${name}(${list.join(', ')})`))
      }
    }
  }
  const between = (left: fc.Arbitrary<string>, signs: readonly string[], right: fc.Arbitrary<string>) =>
    fc.tuple(left, fc.constantFrom(...signs), right).map(([a, sign, b]) => `((${a}) ${sign} (${b}))`)
  const number = inner('number')
  if (wanted === 'number') {
    const operand = fc.oneof({ weight: 9, arbitrary: number }, fc.constant('empty'))
    options.push(
      ...['+', '-', '*', '/'].map((sign) => between(operand, [sign], operand)),
      number.map((a) => `(-(${a}))`),
    )
    options.push(between(inner('date'), ['-'], fc.oneof(inner('date'), dayLiteral, inner('dateTime'))))
  }
  if (wanted === 'date' || wanted === 'dateTime') options.push(between(inner(wanted), ['+', '-'], number))
  if (wanted === 'text') options.push(between(inner('text'), ['&'], inner('text')))
  if (wanted === 'boolean') {
    const boolean = inner('boolean')
    options.push(
      ...['and', 'or', '=', '!='].map((sign) => between(boolean, [sign], boolean)),
      boolean.map((a) => `(not (${a}))`),
    )
    for (const type of ['text', 'number', 'date', 'dateTime', 'id'] as const) {
      const signs = type === 'id' ? (['=', '!='] as const) : comparisonOperators
      const other = opposite[type] === undefined ? inner(type) : fc.oneof(inner(type), opposite[type])
      options.push(between(inner(type), signs, other))
      options.push(between(inner(type), ['=', '!='], fc.constant('empty')))
      const items = fc.array(opposite[type] === undefined || type === 'dateTime' ? inner(type) : other, {
        maxLength: 3,
      })
      options.push(fc.tuple(inner(type), items).map(([a, list]) => `((${a}) in (${list.join(', ')}))`))
    }
    options.push(between(inner('dateTime'), comparisonOperators, inner('date')))
    options.push(between(fieldOf('record'), ['=', '!='], fc.oneof(textLiteral, idLiteral, fieldOf('id'))))
    const dayItems = fc.array(dayLiteral, { minLength: 1, maxLength: 3 })
    options.push(fc.tuple(inner('dateTime'), dayItems).map(([a, list]) => `((${a}) in (${list.join(', ')}))`))
    const members = (whole: Made, part: fc.Arbitrary<string>) => [
      fc
        .tuple(inner(whole), fc.array(part, { maxLength: 3 }))
        .map(([a, list]) => `((${a}) in (${list.join(', ')}))`),
      fc.tuple(inner(whole), part).map(([a, b]) => `contains(${a}, ${b})`),
    ]
    options.push(...members('list', inner('text')), ...members('ids', fc.oneof(idLiteral, inner('id'))))
    options.push(
      fc
        .tuple(fieldOf('anyRecord'), fc.oneof(idLiteral, inner('id')))
        .map(([a, b]) => `contains(${a}, ${b})`),
    )
    options.push(fc.tuple(inner('text'), inner('text')).map(([a, b]) => `contains(${a}, ${b})`))
  }
  return options
}
