import { foldWords } from './characters.ts'
import { accept, type FieldSettings, type FieldType, type Parsed, refuse } from './field-type.ts'

const usual = 5
const mostStars = 10
const starred = /^(★+)☆*$/
const written = /^(\d{1,5})(?:\.0+)?(?:\s*\/\s*\d{1,5}|\s*(?:星|颗星|分|级|stars?))?$/

const mostOf = (field: FieldSettings) => Math.min(field.max ?? usual, 32_767)

function parse(value: unknown, field: FieldSettings): Parsed {
  if (typeof value !== 'number') return refuse('wrong_type', { expected: 'number' })
  const most = mostOf(field)
  if (!Number.isInteger(value)) return refuse('invalid_number')
  return value >= 1 && value <= most ? accept(value) : refuse('number_out_of_range', { least: 1, most })
}

export const rating: FieldType = {
  name: 'rating',
  kind: 'number',
  column: 'smallint',
  sortable: true,
  groupable: true,
  searchable: false,
  uniqueable: false,
  settings: ['max'],
  parse,
  read: (text, field) => {
    const folded = foldWords(text)
    const stars = starred.exec(folded)?.[1]?.length
    const digits = written.exec(folded)?.[1]
    if (stars === undefined && digits === undefined) return refuse('invalid_number')
    return parse(stars ?? Number(digits), field)
  },
  format: (value, field) => {
    const most = mostOf(field)
    if (typeof value !== 'number' || most > mostStars || value < 0 || value > most) return `${value}/${most}`
    return '★'.repeat(value) + '☆'.repeat(most - value)
  },
  schema: (field) => ({ type: 'integer', minimum: 1, maximum: mostOf(field), description: 'Stars' }),
}
