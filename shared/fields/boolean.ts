import { foldWords } from './characters.ts'
import { accept, type FieldType, refuse } from './field-type.ts'

const words: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '对', '真', '已', 'yes', 'y', 'true', 't', 'on', '1', '✓', '✔', '√', '☑'].map(
    (word) => [word, true] as const,
  ),
  ...[
    '否',
    '无',
    '不',
    '不是',
    '没有',
    '假',
    '未',
    'no',
    'n',
    'false',
    'f',
    'off',
    '0',
    '✗',
    '✘',
    '×',
    '☐',
  ].map((word) => [word, false] as const),
])

export const boolean: FieldType = {
  name: 'boolean',
  kind: 'boolean',
  column: 'boolean',
  sortable: true,
  groupable: true,
  searchable: false,
  uniqueable: false,
  settings: [],
  parse: (value) =>
    typeof value === 'boolean' ? accept(value) : refuse('wrong_type', { expected: 'boolean' }),
  read: (text) => {
    const value = words.get(foldWords(text))
    return value === undefined ? refuse('wrong_type', { expected: 'boolean' }) : accept(value)
  },
  format: (value, _field, { language }) => {
    if (language === 'en') return value === true ? 'Yes' : 'No'
    return value === true ? '是' : '否'
  },
  schema: () => ({ type: 'boolean' }),
}
