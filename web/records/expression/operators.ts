import type { FieldNode, Type } from '#shared/expression/typed.ts'
import type { Label, Language } from '#shared/language.ts'
import type { Completion } from './completion.ts'

interface OperatorWord {
  readonly insert: string
  readonly meaning: Label
  /** Types of the operand before it; all where undefined. */
  readonly of?: readonly Type[]
}

const ordered: readonly Type[] = ['number', 'date', 'dateTime', 'text']
const label = (simplified: string, traditional: string, english: string): Label => ({
  'zh-CN': simplified,
  'zh-TW': traditional,
  en: english,
})

const table: readonly OperatorWord[] = [
  { insert: '=', meaning: label('等于', '等於', 'is') },
  { insert: '!=', meaning: label('不等于', '不等於', 'is not') },
  { insert: '>', meaning: label('大于', '大於', 'more than'), of: ordered },
  { insert: '>=', meaning: label('不低于', '不低於', 'at least'), of: ordered },
  { insert: '<', meaning: label('小于', '小於', 'less than'), of: ordered },
  { insert: '<=', meaning: label('不超过', '不超過', 'at most'), of: ordered },
  { insert: 'in ()', meaning: label('属于', '屬於', 'is any of') },
  { insert: 'and', meaning: label('且', '且', 'both hold') },
  { insert: 'or', meaning: label('或', '或', 'one of them holds') },
]

/** What may follow an operand. */
export function operatorWords(after: FieldNode | undefined, language: Language): readonly Completion[] {
  return table
    .filter(({ of }) => of === undefined || after === undefined || of.includes(after.type))
    .map(({ insert, meaning }) => ({
      kind: 'operator',
      label: insert.replace('()', '(…)'),
      detail: meaning[language],
      insert: insert === 'in ()' ? insert : `${insert} `,
      ...(insert === 'in ()' && { back: 1 }),
    }))
}
