import { checkLine, checkText, tidyLine } from './characters.ts'
import type { FieldSettings, FieldType, FieldTypeName, Parsed } from './field-type.ts'

/** What the types that hold text have in common. */
interface TextKind {
  readonly name: FieldTypeName
  readonly description: string
  /** Length where the field sets none, and the most that it may set. */
  readonly usual: number
  readonly most: number
  readonly line: boolean
  /** A check beyond the characters, on text that is not empty. */
  readonly check?: (text: string) => Parsed
  /** What a person meant, before the check; the text comes trimmed. */
  readonly understand?: (text: string) => string
  readonly format?: string
  readonly settings?: readonly (keyof FieldSettings)[]
  readonly readOnly?: true
}

export function textType(kind: TextKind): FieldType {
  const { check, understand } = kind
  const checkCharacters = kind.line ? checkLine : checkText
  const mostOf = (field: FieldSettings) => Math.min(field.maxLength ?? kind.usual, kind.most)

  const parse = (value: unknown, field: FieldSettings): Parsed => {
    const parsed = checkCharacters(value, mostOf(field))
    return check !== undefined && parsed.ok && typeof parsed.value === 'string' ? check(parsed.value) : parsed
  }

  return {
    name: kind.name,
    kind: 'text',
    column: 'text',
    sortable: kind.line,
    groupable: kind.line,
    searchable: true,
    uniqueable: kind.line,
    ...(kind.readOnly && { readOnly: true }),
    settings: kind.settings ?? ['maxLength'],
    parse,
    read: (text, field) => {
      if (!kind.line) return parse(text, field)
      const tidy = tidyLine(text)
      return parse(understand === undefined ? tidy : understand(tidy), field)
    },
    format: (value) => String(value),
    schema: (field) => ({
      type: 'string',
      description: kind.description,
      maxLength: mostOf(field),
      ...(kind.format !== undefined && { format: kind.format }),
    }),
  }
}
