import { type ErrorEntry, entry } from './entry.ts'

export const personal = {
  view_missing: entry(404, '找不到该视图', '找不到該檢視', 'The view was not found'),
  too_many_views: entry(
    400,
    '一个对象最多保存{most}个视图，先删除不用的',
    '一個物件最多儲存{most}個檢視，先刪除不用的',
    'At most {most} views of one object; delete some first',
  ),
  view_too_large: entry(
    400,
    '视图内容超过{most}字节',
    '檢視內容超過{most}位元組',
    'A view has at most {most} bytes',
  ),
  view_field_gone: entry(
    400,
    '字段“{name}”已不存在',
    '欄位「{name}」已不存在',
    'Field “{name}” is no longer there',
  ),
  view_field_unfit: entry(
    400,
    '字段“{name}”的类型不能用在这里，可用类型：{types}',
    '欄位「{name}」的類型不能用在這裡，可用類型：{types}',
    'Field “{name}” cannot be used here; types that can: {types}',
  ),
  view_filter_unreadable: entry(
    400,
    '筛选条件“{filter}”已失效：{reason}',
    '篩選條件「{filter}」已失效：{reason}',
    'The filter “{filter}” no longer works: {reason}',
  ),
  view_part_hidden: entry(
    400,
    '此视图用到你无权查看或已不存在的字段，相关部分已略去',
    '此檢視用到你無權檢視或已不存在的欄位，相關部分已略去',
    'This view uses fields that you cannot see, or that are gone; that part is left out',
  ),
  notification_missing: entry(404, '找不到该通知', '找不到該通知', 'The notification was not found'),
  audit_entry_missing: entry(404, '找不到该审计记录', '找不到該稽核紀錄', 'The audit entry was not found'),
  preference_too_large: entry(
    413,
    '偏好内容超过{most}字节',
    '偏好內容超過{most}位元組',
    'A preference has at most {most} bytes',
  ),
  too_many_preferences: entry(
    400,
    '最多保存{most}项偏好',
    '最多儲存{most}項偏好',
    'At most {most} preferences',
  ),
} satisfies Record<string, ErrorEntry>
