import type { Language } from '#shared/language.ts'

type MessageParameters = Readonly<Record<string, string | number>>

const plurals = new Map<Language, Intl.PluralRules>()

function pluralOf(language: Language, count: number): Intl.LDMLPluralRule {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language)
  plurals.set(language, rules)
  return rules.select(count)
}

/**
 * Fills `{name}` and `{name, plural, one {# record} other {# records}}`; `=0 {…}` takes an exact number, `#` is the number.
 * A number is printed with the language's grouping. A parameter that is missing stays visible as `{name}`.
 */
export function formatMessage(text: string, parameters: MessageParameters, language: Language): string {
  let result = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    if (open < 0) return result + text.slice(at)
    const close = closingBrace(text, open)
    result += text.slice(at, open) + fill(text.slice(open + 1, close), parameters, language)
    at = close + 1
  }
  return result
}

function fill(placeholder: string, parameters: MessageParameters, language: Language): string {
  const plural = /^\s*(\w+)\s*,\s*plural\s*,(.*)$/s.exec(placeholder)
  const name = plural?.[1] ?? placeholder.trim()
  const value = parameters[name]
  if (value === undefined) return `{${name}}`
  if (plural === null) return print(value, language)
  const count = Number(value)
  const branches = branchesOf(plural[2] ?? '')
  const branch = branches.get(`=${count}`) ?? branches.get(pluralOf(language, count)) ?? branches.get('other')
  return formatMessage((branch ?? '').replaceAll('#', print(count, language)), parameters, language)
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>()
  let at = 0
  for (;;) {
    const open = text.indexOf('{', at)
    if (open < 0) return branches
    const close = closingBrace(text, open)
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, close))
    at = close + 1
  }
}

function closingBrace(text: string, open: number): number {
  let depth = 0
  for (let index = open; index < text.length; index++) {
    if (text[index] === '{') depth++
    if (text[index] === '}' && --depth === 0) return index
  }
  return text.length
}

function print(value: string | number, language: Language): string {
  return typeof value === 'number' ? value.toLocaleString(language) : value
}
