import { type ErrorEntry, entry } from './entry.ts'

export const fieldTypes = {
  line_break: entry(
    400,
    '只能是一行文字，不能换行',
    '只能是一行文字，不能換行',
    'One line only, without line breaks',
  ),
  too_many_digits: entry(
    400,
    '最多{most}位有效数字',
    '最多{most}位有效數字',
    'At most {most} significant digits',
  ),
  too_many_decimals: entry(400, '最多{most}位小数', '最多{most}位小數', 'At most {most} decimals'),
  currency_mismatch: entry(
    400,
    '金额的货币“{found}”与记录的货币 {expected} 不符',
    '金額的幣別「{found}」與記錄的幣別 {expected} 不符',
    'The amount is in “{found}”, the record in {expected}',
  ),
  json_too_large: entry(400, '内容超过{most}字节', '內容超過{most}位元組', 'At most {most} bytes as JSON'),
  json_too_deep: entry(400, '嵌套超过{most}层', '巢狀超過{most}層', 'Nested more than {most} deep'),
  member_not_allowed: entry(
    400,
    '不能含有“{member}”',
    '不能含有「{member}」',
    '“{member}” is not allowed here',
  ),
} satisfies Record<string, ErrorEntry>
