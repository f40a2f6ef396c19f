import { type ErrorEntry, entry } from './entry.ts'

export const queries = {
  invalid_parameter: entry(400, '参数“{name}”无效', '參數「{name}」無效', 'Parameter “{name}” is invalid'),
  unknown_parameter: entry(
    400,
    '没有参数“{name}”{suggestion}',
    '沒有參數「{name}」{suggestion}',
    'There is no parameter “{name}”{suggestion}',
  ),
  bulk_stopped: entry(
    409,
    '处理{count}条后停止，其余未处理',
    '處理{count}筆後停止，其餘未處理',
    'Stopped after {count} records; the rest are as they were',
  ),
  invalid_undo_token: entry(
    400,
    '无法撤销：不是有效的撤销凭据',
    '無法復原：不是有效的復原憑據',
    'Nothing can be undone: this is no undo token',
  ),
  invalid_cursor: entry(
    400,
    '游标无效或与本次查询不符',
    '游標無效或與本次查詢不符',
    'The cursor is invalid or belongs to another query',
  ),
  cursor_expired: entry(
    410,
    '游标已失效，从头开始读取',
    '游標已失效，從頭開始讀取',
    'The cursor is of an earlier era; start again from 0',
  ),
  not_sortable: entry(
    400,
    '字段“{name}”不能排序',
    '欄位「{name}」不能排序',
    'Field “{name}” cannot be sorted by',
  ),
  not_groupable: entry(
    400,
    '字段“{name}”不能分组',
    '欄位「{name}」不能分組',
    'Field “{name}” cannot be grouped by',
  ),
  not_a_relation: entry(400, '“{name}”不是关联字段', '「{name}」不是關聯欄位', '“{name}” is not a relation'),
  invalid_measure: entry(
    400,
    '不能对“{field}”计算 {fn}',
    '不能對「{field}」計算 {fn}',
    '{fn} cannot be computed of “{field}”',
  ),
  query_too_slow: entry(
    400,
    '查询用时过长，需缩小条件',
    '查詢耗時過久，需縮小條件',
    'The query took too long; narrow it',
  ),
} satisfies Record<string, ErrorEntry>
