import type { Label } from '#shared/language.ts'
import type { Color, Option } from '#shared/metadata/definition.ts'

/** A text in the three languages, in the order 简体, 繁體, English. */
export const label = (simplified: string, traditional: string, english: string): Label => ({
  'zh-CN': simplified,
  'zh-TW': traditional,
  en: english,
})

/** A choice of a select field: its value and its text in the three languages. */
export const option = (
  value: string,
  simplified: string,
  traditional: string,
  english: string,
  color: Color = 'grey',
): Option => ({ value, label: label(simplified, traditional, english), color })

export const basics = label('基本信息', '基本資料', 'Basics')
export const notes = label('备注', '備註', 'Notes')
