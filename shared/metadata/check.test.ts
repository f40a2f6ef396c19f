import { expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { checkField } from './check-field.ts'
import { checkObject, checkObjectChange } from './check-object.ts'
import { fieldKey, objectKey } from './keys.ts'

const surroundings = { objects: ['company'], others: [{ name: 'owners', type: 'relations' as const }] }

/** `path code` of each issue. */
function issuesOf(check: () => unknown): string[] {
  try {
    check()
  } catch (error) {
    if (error instanceof AppError) return error.issues.map(({ path, code }) => `${path} ${code}`)
    throw error
  }
  return []
}
const fieldIssues = (input: unknown) => issuesOf(() => checkField(input, surroundings))
const objectIssues = (input: unknown) => issuesOf(() => checkObject(input, { objects: ['company'] }))

test('a field is completed: labels for every language, options with labels', () => {
  expect(
    checkField(
      {
        name: 'level',
        type: 'select',
        label: { 'zh-CN': '等级' },
        options: ['a', { value: 'b', label: 'B', color: 'red' }],
        default: 'b',
        help: null,
      },
      surroundings,
    ),
  ).toEqual({
    name: 'level',
    type: 'select',
    label: { 'zh-CN': '等级', 'zh-TW': '等级', en: '等级' },
    options: [
      { value: 'a', label: { 'zh-CN': 'a', 'zh-TW': 'a', en: 'a' } },
      { value: 'b', label: { 'zh-CN': 'B', 'zh-TW': 'B', en: 'B' }, color: 'red' },
    ],
    default: 'b',
  })
})

test.each<[string, unknown, string[]]>([
  ['no object', [], [' wrong_type']],
  ['nothing', {}, ['/name required', '/type required']],
  ['an unknown member', { name: 'a', type: 'text', lable: 'x' }, ['/lable unknown_member']],
  [
    'a member of every JavaScript object',
    JSON.parse('{"name":"a","type":"text","__proto__":{}}'),
    ['/__proto__ unknown_member'],
  ],
  ['a pointer that needs escapes', { name: 'a', type: 'text', 'a/b~': 1 }, ['/a~1b~0 unknown_member']],
  ['a capital letter first', { name: 'Name', type: 'text' }, ['/name invalid_name']],
  ['a Chinese name', { name: '名称', type: 'text' }, ['/name invalid_name']],
  ['a long name', { name: 'a'.repeat(41), type: 'text' }, ['/name invalid_name']],
  ['a system field’s name', { name: 'createdAt', type: 'text' }, ['/name name_taken']],
  ['a system field’s name in another case', { name: 'createdat', type: 'text' }, ['/name name_taken']],
  ['the id of the owner', { name: 'ownerId', type: 'text' }, ['/name name_taken']],
  ['a relation whose id is taken', { name: 'owners', type: 'text' }, ['/name name_taken']],
  ['the wire name of another field', { name: 'ownerIds', type: 'text' }, ['/name name_taken']],
  ['a method of objects', { name: 'constructor', type: 'text' }, ['/name name_taken']],
  ['an unknown type', { name: 'a', type: 'txt' }, ['/type field_type_unknown']],
  ['a type of another kind', { name: 'a', type: 7 }, ['/type wrong_type']],
  ['a setting of another type', { name: 'a', type: 'text', decimals: 2 }, ['/decimals setting_not_allowed']],
  ['a select without options', { name: 'a', type: 'select' }, ['/options setting_required']],
  ['an empty list of options', { name: 'a', type: 'select', options: [] }, ['/options setting_required']],
  ['an option twice', { name: 'a', type: 'select', options: ['x', 'x'] }, ['/options/1/value name_taken']],
  [
    'an option without value',
    { name: 'a', type: 'select', options: [{ label: 'x' }] },
    ['/options/0/value required'],
  ],
  ['a relation to nowhere', { name: 'a', type: 'relation' }, ['/to setting_required']],
  ['a relation to no object', { name: 'a', type: 'relation', to: 'compny' }, ['/to unknown_object']],
  ['a default of another type', { name: 'a', type: 'boolean', default: 'yes' }, ['/default wrong_type']],
  [
    'a default that is no option',
    { name: 'a', type: 'select', options: ['x'], default: 'y' },
    ['/default unknown_option'],
  ],
  [
    'a default expression with more',
    { name: 'a', type: 'date', default: { expression: 'today()', x: 1 } },
    ['/default/x unknown_member'],
  ],
  ['a unique boolean', { name: 'a', type: 'boolean', unique: true }, ['/unique not_uniqueable']],
  ['limits that cross', { name: 'a', type: 'number', min: 5, max: 1 }, ['/max number_out_of_range']],
  [
    'a label in a language it does not speak',
    { name: 'a', type: 'text', label: { fr: 'x' } },
    ['/label/fr unknown_member'],
  ],
  ['an empty label', { name: 'a', type: 'text', label: ' ' }, ['/label required']],
  ['a label with NUL', { name: 'a', type: 'text', label: 'a\0' }, ['/label invalid_text']],
])('a field is refused: %s', (_, input, issues) => {
  expect(fieldIssues(input)).toEqual(issues)
})

test('an object without a title gets a field for its name', () => {
  const made = checkObject(
    { name: 'project', fields: [{ name: 'parent', type: 'relation', to: 'project' }] },
    { objects: [] },
  )
  expect(made.fields.map(({ name }) => name)).toEqual(['name', 'parent'])
  const titled = checkObject(
    { name: 'note', title: 'text', fields: [{ name: 'text', type: 'text' }] },
    { objects: [] },
  )
  expect(titled.fields.map(({ name }) => name)).toEqual(['text'])
})

test.each<[string, unknown, string[]]>([
  ['a taken name', { name: 'company' }, ['/name name_taken']],
  ['no name', { label: 'x' }, ['/name required']],
  [
    'a field that is refused',
    {
      name: 'a',
      fields: [
        { name: 'ok', type: 'text' },
        { name: 'b', type: 'select' },
      ],
    },
    ['/fields/1/options setting_required'],
  ],
  [
    'two fields of one name',
    {
      name: 'a',
      fields: [
        { name: 'x', type: 'text' },
        { name: 'X', type: 'text' },
        { name: 'x', type: 'text' },
      ],
    },
    ['/fields/1/name invalid_name', '/fields/2/name name_taken'],
  ],
  ['a title that is no field', { name: 'a', title: 'b', fields: [] }, ['/title unknown_field']],
  [
    'a title that is no text',
    { name: 'a', title: 'b', fields: [{ name: 'b', type: 'number' }] },
    ['/title invalid_title_field'],
  ],
  ['a column that is no field', { name: 'a', columns: ['name', 'nme'] }, ['/columns/1 unknown_field']],
  ['fields that are no list', { name: 'a', fields: {} }, ['/fields wrong_type']],
])('an object is refused: %s', (_, input, issues) => {
  expect(objectIssues(input)).toEqual(issues)
})

test('a change of an object keeps what it does not name', () => {
  const current = checkObject({ name: 'project', icon: 'folder', color: 'red' }, { objects: [] })
  const others = { objects: ['company'] }
  expect(checkObjectChange({ name: 'venture', icon: null }, current, others)).toEqual({
    name: 'venture',
    label: current.label,
    color: 'red',
    fields: current.fields,
  })
  expect(issuesOf(() => checkObjectChange({ name: 'company' }, current, others))).toEqual([
    '/name name_taken',
  ])
  expect(issuesOf(() => checkObjectChange({ label: null }, current, others))).toEqual(['/label required'])
  expect(issuesOf(() => checkObjectChange({ fields: [] }, current, others))).toEqual([
    '/fields unknown_member',
  ])
})

test('keys are short snake case, apart from all others and from the columns of every table', () => {
  expect(fieldKey('closeDate', [])).toBe('close_date')
  expect(fieldKey('closeDate', ['close_date'])).toBe('close_date_2')
  expect(fieldKey('xmin', [])).toBe('xmin_2')
  const long = 'averageResponseTimeOfTheTeamInDays'
  const first = fieldKey(long, [])
  expect(first).toHaveLength(32)
  expect(fieldKey(long, [first])).toBe(`${first.slice(0, 30)}_2`)
  expect(objectKey('aVeryLongNameForAnObjectIndeed', [])).toHaveLength(24)
})
