import { field, object } from '#server/core/metadata/test/objects.ts'
import type { ObjectDefinition } from '#shared/metadata/definition.ts'

const option = (value: string, label: string) => ({
  value,
  label: { 'zh-CN': label, 'zh-TW': label, en: value },
})

/** One field of every type, and relations to its own kind. */
export const thing: ObjectDefinition = object('thing', [
  field('name', 'text', { maxLength: 2_000 }),
  field('code', 'text', { unique: true }),
  field('essay', 'longText'),
  field('page', 'richText'),
  field('email', 'email'),
  field('phone', 'phone'),
  field('url', 'url'),
  field('serial', 'autoNumber', { prefix: 'T-', digits: 3 }),
  field('amount', 'money'),
  field('size', 'number'),
  field('share', 'percent'),
  field('stars', 'rating'),
  field('flag', 'boolean'),
  field('day', 'date'),
  field('moment', 'dateTime'),
  field('level', 'select', { options: [option('a', '甲'), option('b', '乙'), option('ß', '丙')] }),
  field('levels', 'multiSelect', { options: [option('a', '甲'), option('b', '乙'), option('ß', '丙')] }),
  field('tags', 'tags'),
  field('address', 'address'),
  field('manager', 'user'),
  field('parent', 'relation', { to: 'thing' }),
  field('friends', 'relations', { to: 'thing' }),
  field('regarding', 'anyRecord'),
  field('about', 'anyRecord', { multiple: true }),
  field('attachment', 'file'),
  field('extra', 'json'),
])

export const texts = [
  ...[
    '华为',
    '江苏华为技术有限公司',
    'ＨＵＡＷＥＩ',
    'Huawei',
    'HUAWEI',
    'huawei',
    'ﬁne',
    'STRASSE',
    'straße',
  ],
  ...[
    'İstanbul',
    'ıI',
    'ΟΔΥΣΣΕΥΣ',
    'Ὀδυσσεύς',
    'ΣΑΣ ΣΑΣΑ',
    'ǅ',
    'é',
    'E\u0301',
    '　全角　',
    ' a ',
    '\u00a0x\t',
    ' ',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '𠮷野家',
    '\uffee',
    '%_\\',
    `"'“”`,
    '0',
    'a',
    'A',
    'b',
    'ab',
    'aba',
    '2026-01-01',
    'null',
    'ｶﾞ',
    'カ',
  ],
]

const dates = [
  '0001-01-01',
  '0099-03-01',
  '1899-12-31',
  '1900-02-28',
  '1999-12-31',
  '2000-02-29',
  '2018-11-04',
]
const laterDates = [
  '2024-02-29',
  '2026-01-01',
  '2026-03-29',
  '2026-04-24',
  '2026-12-31',
  '9999-12-01',
  '9999-12-31',
]
export const days: readonly string[] = [...dates, ...laterDates]

// About midnight in Shanghai, São Paulo, Cairo and Havana, at both ends of their summers and of all time.
export const moments = [
  ...['0001-01-01T00:00:00Z', '0001-01-01T12:00:00Z', '9999-12-31T23:59:59.999999Z', '9999-12-31T15:59:59Z'],
  ...['1900-12-31T15:54:16Z', '1900-12-31T15:54:17Z', '2025-12-31T15:59:59.999999Z', '2025-12-31T16:00:00Z'],
  ...['2018-11-04T02:59:59Z', '2018-11-04T03:00:00Z', '2018-02-18T01:59:59Z', '2018-02-18T02:30:00Z'],
  ...['2018-02-18T03:00:00Z', '2026-04-23T21:59:59Z', '2026-04-23T22:00:00Z', '2026-10-29T20:30:00Z'],
  ...['2026-10-29T21:30:00Z', '2026-10-29T22:00:00Z', '2026-11-01T03:59:59Z', '2026-11-01T04:00:00Z'],
  ...['2026-11-01T04:30:00Z', '2026-11-01T05:00:00Z', '2026-11-01T05:30:00Z', '2026-03-08T05:00:00Z'],
  ...[
    '1988-04-16T15:00:00Z',
    '1988-09-10T16:00:00Z',
    '2026-02-28T16:00:00.000001Z',
    '1969-12-31T23:59:59.999999Z',
  ],
]

const amounts = [
  '0',
  '0.01',
  '-0.01',
  '999999999999999999.999999',
  '-999999999999999999.999999',
  '0.5',
  '-0.5',
]
const moreAmounts = ['1.5', '2.5', '-2.5', '1', '3', '500000', '123456.7', '0.000001']
export const money: readonly string[] = [...amounts, ...moreAmounts]
const sizes = [
  0,
  1,
  -1,
  0.1,
  0.3,
  1e-20,
  -1e-300,
  5e-324,
  999999999999999,
  -999999999999999,
  2.5,
  3.5,
  -7,
  12,
  1 / 8,
]

const streets = [
  { country: 'CN', province: '江苏省', city: '南京市', street: '中山路 1 号' },
  { city: 'Nanjing' },
]

export const idOf = (index: number): string =>
  `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
export const people = [
  '01900000-0000-7000-9000-000000000001',
  '01900000-0000-7000-9000-000000000002',
] as const
export const fileId = '01900000-0000-7000-a000-000000000001'
export const rowCount = 60

const at = <T>(list: readonly T[], index: number): T | null => list[index % (list.length + 1)] ?? null

/** Wire values of row `index`: each list is gone through at a pace of its own, with a blank at its end. */
export function rowOf(index: number): Record<string, unknown> {
  // Rows without anything but an id.
  if (index === 7 || index === 38) return { id: idOf(index) }
  const text = (step: number) => at(texts, index * step + step)
  const url = text(3)
  return {
    id: idOf(index),
    name: text(1),
    code: index % 4 === 0 ? null : `C${index}`,
    essay: index % 11 === 0 ? `${'长文 '.repeat(400)}\n${text(2) ?? ''}` : text(2),
    page: text(5),
    email: index % 3 === 0 ? `User${index}@Example.com` : null,
    phone: at(['0512-62884100转801', '95588', '+86 138 0000 0000'], index),
    url: url === null ? null : `https://example.com/${encodeURIComponent(url)}`,
    amount: at(money, index),
    size: at(sizes, index),
    share: at([0, 12.5, 100, -3, 0.001], index),
    stars: at([1, 2, 3, 4, 5], index),
    flag: at([true, false], index),
    day: at(days, index),
    moment: at(moments, index),
    level: at(['a', 'b', 'ß'], index),
    levels: at([['a'], ['b', 'ß'], ['ß', 'a']], index),
    tags: at([['VIP'], ['vip', '华东'], ['华为', 'a', '😀'], ['ab']], index),
    address: at(streets, index),
    managerId: at(people, index),
    parentId: index < 3 ? null : at([idOf(0), idOf(1), idOf(index - 1), idOf(2)], index),
    friendIds: at([[idOf(0)], [idOf(2), idOf(1)], []], index),
    regarding: at(
      [
        { object: 'thing', id: idOf(1) },
        { object: 'user', id: people[0] },
      ],
      index,
    ),
    about: at(
      [
        [
          { object: 'thing', id: idOf(1) },
          { object: 'thing', id: idOf(2) },
        ],
      ],
      index,
    ),
    attachment: at([fileId], index),
    extra: at([{ a: 1 }, [1, 2], 'text', 0, false], index),
    ownerId: at(people, index + 1),
  }
}
