import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { mergeProperties } from './merge.ts'
import { options } from './test/objects.ts'

const base = {
  label: sameInAllLanguages('Level'),
  required: false,
  maxLength: 10,
  options: options('a', 'b', 'c'),
}

test('a property that the customer left alone follows the declaration, another stays', () => {
  const declared = { ...base, required: true, maxLength: 30 }
  const current = { ...base, maxLength: 20 }
  expect(mergeProperties(base, declared, current)).toEqual({ ...base, required: true, maxLength: 20 })
})

test('what the customer took away stays away, what the declaration took away goes', () => {
  const { maxLength: _, ...without } = base
  expect(mergeProperties<object>(base, { ...base, maxLength: 30 }, without)).toEqual(without)
  expect(mergeProperties<object>(base, without, base)).toEqual(without)
})

test('labels merge language by language', () => {
  const declared = { ...base, label: { ...base.label, en: 'Tier', 'zh-TW': '等級' } }
  const current = { ...base, label: { ...base.label, en: 'Rank' } }
  expect(mergeProperties(base, declared, current).label).toEqual({
    'zh-CN': 'Level',
    'zh-TW': '等級',
    en: 'Rank',
  })
})

test('options merge by value: new ones arrive beside their neighbours, removed ones stay removed, own ones stay', () => {
  const declared = { ...base, options: [...options('a', 'new', 'b', 'c')] }
  const current = { ...base, options: [...options('c', 'own', 'a')] }
  const merged = mergeProperties(base, declared, current)
  expect(merged.options.map(({ value }) => value)).toEqual(['c', 'own', 'a', 'new'])
})

test('an option that is declared no more stays, since records may have it', () => {
  const declared = { ...base, options: options('c', 'a') }
  expect(mergeProperties(base, declared, base).options.map(({ value }) => value)).toEqual(['c', 'a', 'b'])
})

test('the label of an option follows the declaration unless it was changed', () => {
  const renamed = options('a', 'b', 'c').map((option) => ({
    ...option,
    label: sameInAllLanguages(`${option.value}!`),
  }))
  const current = {
    ...base,
    options: base.options.map((option) =>
      option.value === 'b' ? { ...option, label: sameInAllLanguages('mine') } : option,
    ),
  }
  const merged = mergeProperties(base, { ...base, options: renamed }, current)
  expect(merged.options.map(({ label }) => label.en)).toEqual(['a!', 'mine', 'c!'])
})
