import type { Label, Language } from '../language.ts'

const word = (zhCN: string, zhTW: string, en: string): Label => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })

/** What kinds of values are called where a refusal says which was expected: of expressions, of JSON, of the doors. */
const typeWords: Readonly<Record<string, Label>> = {
  text: word('文本', '文字', 'text'),
  string: word('文本', '文字', 'text'),
  number: word('数字', '數字', 'a number'),
  integer: word('整数', '整數', 'a whole number'),
  boolean: word('是或否', '是或否', 'true or false'),
  date: word('日期', '日期', 'a date'),
  dateTime: word('日期和时间', '日期和時間', 'a date and time'),
  id: word('记录的标识', '記錄的識別碼', 'the id of a record'),
  ids: word('一组记录', '一組記錄', 'a list of records'),
  list: word('一组文本', '一組文字', 'a list of texts'),
  array: word('列表', '清單', 'a list'),
  object: word('对象', '物件', 'an object'),
  record: word('记录', '記錄', 'a record'),
  address: word('地址', '地址', 'an address'),
  anyRecord: word('任意记录', '任意記錄', 'any record'),
  json: word('JSON', 'JSON', 'JSON'),
  empty: word('空值', '空值', 'nothing'),
  value: word('一个值', '一個值', 'a value'),
}

const or: Readonly<Record<Language, string>> = { 'zh-CN': '或', 'zh-TW': '或', en: ' or ' }

/** `number | date` → “数字或日期”; what is no kind of value, as the name of a zone, stays as it is. */
export function inTypeWords(text: string, language: Language): string {
  return text
    .split(' | ')
    .map((name) => (Object.hasOwn(typeWords, name) ? typeWords[name]?.[language] : undefined) ?? name)
    .join(or[language])
}
