import { type ErrorEntry, entry } from './entry.ts'

export const expressions = {
  expression_too_long: entry(
    400,
    '表达式超过{most}个字符',
    '運算式超過{most}個字元',
    'An expression has at most {most} characters',
  ),
  expression_too_deep: entry(
    400,
    '表达式嵌套超过{most}层',
    '運算式巢狀超過{most}層',
    'An expression nests at most {most} deep',
  ),
  expression_unexpected: entry(
    400,
    '第{column}个字符处不应是“{found}”',
    '第{column}個字元處不應是「{found}」',
    'At character {column}, “{found}” was not expected',
  ),
  expression_incomplete: entry(
    400,
    '表达式不完整，第{column}个字符处缺少{expected}',
    '運算式不完整，第{column}個字元處缺少{expected}',
    'The expression is incomplete: {expected} is missing at character {column}',
  ),
  expression_number: entry(
    400,
    '第{column}个字符处的数字超过{most}位',
    '第{column}個字元處的數字超過{most}位',
    'At character {column}: a number has at most {most} digits',
  ),
  expression_unknown_field: entry(
    400,
    '第{column}个字符处：“{object}”没有字段“{name}”{suggestion}',
    '第{column}個字元處：「{object}」沒有欄位「{name}」{suggestion}',
    'At character {column}: “{object}” has no field “{name}”{suggestion}',
  ),
  field_masked: entry(
    403,
    '第{column}个字符处：字段“{name}”对你隐藏了部分内容，不能用来筛选、排序、分组或计算',
    '第{column}個字元處：欄位「{name}」對你隱藏了部分內容，不能用來篩選、排序、分組或計算',
    'At character {column}: part of the field “{name}” is kept from you, so it cannot be filtered, sorted, grouped or computed by',
  ),
  field_encrypted: entry(
    400,
    '第{column}个字符处：字段“{name}”已加密，只能按等于或为空来筛选，不能排序、分组、搜索或计算',
    '第{column}個字元處：欄位「{name}」已加密，只能依等於或為空來篩選，不能排序、分組、搜尋或計算',
    'At character {column}: the field “{name}” is encrypted; filter by what it equals or whether it is empty, it cannot be sorted, grouped, searched or computed by',
  ),
  encrypted_value_kept: entry(
    400,
    '第{column}个字符处：字段“{name}”已加密，不能用在保存的条件中，否则其值会以明文留在数据库里',
    '第{column}個字元處：欄位「{name}」已加密，不能用在儲存的條件中，否則其值會以明文留在資料庫裡',
    'At character {column}: the field “{name}” is encrypted, so a condition that is kept cannot use it: its values would stand readable in the database',
  ),
  expression_unknown_function: entry(
    400,
    '第{column}个字符处：没有函数“{name}”{suggestion}',
    '第{column}個字元處：沒有函式「{name}」{suggestion}',
    'At character {column}: there is no function “{name}”{suggestion}',
  ),
  expression_type: entry(
    400,
    '第{column}个字符处应为{expected}，实为{actual}',
    '第{column}個字元處應為{expected}，實為{actual}',
    'At character {column}: expected {expected}, found {actual}',
  ),
  expression_arguments: entry(
    400,
    '第{column}个字符处：函数“{name}”需要{expected}个参数',
    '第{column}個字元處：函式「{name}」需要{expected}個引數',
    'At character {column}: function “{name}” takes {expected} arguments',
  ),
  expression_unknown_option: entry(
    400,
    '第{column}个字符处：“{field}”没有选项“{value}”{suggestion}',
    '第{column}個字元處：「{field}」沒有選項「{value}」{suggestion}',
    'At character {column}: “{field}” has no option “{value}”{suggestion}',
  ),
} satisfies Record<string, ErrorEntry>
