import { type ErrorEntry, entry } from './entry.ts'

export const records = {
  record_missing: entry(404, '找不到该记录', '找不到該記錄', 'The record was not found'),
  version_conflict: entry(
    409,
    '记录已被修改：当前版本 {actual}，提交时为 {expected}',
    '記錄已被修改：目前版本 {actual}，提交時為 {expected}',
    'The record changed: it is at version {actual}, not {expected}',
  ),
  id_taken: entry(409, '编号 {id} 已存在', '編號 {id} 已存在', 'Id {id} exists'),
  not_deleted: entry(409, '记录不在回收站中', '記錄不在資源回收筒中', 'The record is not in the recycle bin'),
  batch_too_large: entry(
    413,
    '一次最多{most}条，收到{count}条',
    '一次最多{most}筆，收到{count}筆',
    'At most {most} records at once; {count} came',
  ),
  batch_empty: entry(400, '没有记录', '沒有記錄', 'No records came'),
  not_unique_field: entry(
    400,
    '字段“{name}”不是唯一字段，不能用于匹配',
    '欄位「{name}」不是唯一欄位，不能用於比對',
    'Field “{name}” is not unique and cannot be matched on',
  ),
  encryption_keys_missing: entry(
    503,
    '这里的数据已加密，而服务器没有打开它的密钥：用加密时的 KITH_SECRET 启动，或以 KITH_SECRET_PREVIOUS 给出',
    '這裡的資料已加密，而伺服器沒有打開它的金鑰：以加密時的 KITH_SECRET 啟動，或以 KITH_SECRET_PREVIOUS 提供',
    'Values here are encrypted and this server has no key to open them: start it with the KITH_SECRET that they were sealed under, or give that as KITH_SECRET_PREVIOUS',
  ),
} satisfies Record<string, ErrorEntry>
