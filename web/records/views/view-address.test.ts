import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalFunctions, type ViewDefinition } from '#shared/metadata/view.ts'
import { difference, overlay, printDefinition, readDefinition, type ViewAddress } from './view-address.ts'

const field = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}(\.[a-z][A-Za-z0-9]{0,6})?$/)
const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const some = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))

const definitions: fc.Arbitrary<ViewDefinition> = fc
  .record({
    filter: optional(word.map((text) => `contains(name, ${JSON.stringify(text)})`)),
    sort: optional(field),
    columns: optional(
      fc.array(
        fc.record({ field, width: optional(fc.integer({ min: 40, max: 900 })) }).map(some) as fc.Arbitrary<{
          field: string
        }>,
        { minLength: 1, maxLength: 5 },
      ),
    ),
    frozen: optional(fc.integer({ min: 0, max: 9 })),
    groupBy: optional(field),
    totals: optional(
      fc.dictionary(field, fc.constantFrom(...totalFunctions), {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
    board: optional(
      fc
        .record({
          by: field,
          sum: optional(field),
          card: optional(fc.array(field, { minLength: 1, maxLength: 3 })),
          folded: optional(fc.array(word, { minLength: 1, maxLength: 3 })),
        })
        .map(some),
    ),
    calendar: optional(
      fc
        .record({ start: field, end: optional(field), span: optional(fc.constantFrom('month', 'week')) })
        .map(some),
    ),
  })
  .map((entries) => some(entries) as ViewDefinition)

/** As an address really carries it: through text. */
const travelled = (address: ViewAddress): ViewAddress => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(address)) if (value !== undefined) parameters.set(name, value)
  return Object.fromEntries(new URLSearchParams(parameters.toString()))
}

describe('view and address', () => {
  it('a definition is read from its texts as it was', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        expect(readDefinition(printDefinition(definition))).toEqual(definition)
      }),
    )
  })
  it('the difference from a view, laid over the view, is what was seen', () => {
    fc.assert(
      fc.property(definitions, definitions, (base, seen) => {
        expect(overlay(base, travelled(difference(base, seen)))).toEqual(seen)
      }),
    )
  })
  it('a view that was not changed needs no parameter', () => {
    fc.assert(
      fc.property(definitions, (base) => {
        expect(difference(base, base)).toEqual({})
      }),
    )
  })
  it('says that a part of the view does not hold', () => {
    expect(difference({ filter: 'a = 1', sort: 'name' }, { sort: 'name' })).toEqual({ filter: '-' })
  })
  it('leaves out what no definition can be', () => {
    const odd = {
      frozen: '1e9',
      totals: 'name:bomb,amount:sum',
      span: 'year',
      start: 'dueAt',
      columns: ',:,a:x',
    }
    expect(overlay({}, odd)).toEqual({
      totals: { amount: 'sum' },
      calendar: { start: 'dueAt' },
      columns: [{ field: 'a' }],
    })
  })
  it('takes a percent sign that stands for nothing as it is', () => {
    expect(overlay({}, { by: 'status', folded: '100%' }).board?.folded).toEqual(['100%'])
  })
})
