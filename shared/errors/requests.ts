import { unreachable } from '../app-error.ts'
import { type ErrorEntry, entry } from './entry.ts'

export const requests = {
  bad_request: entry(
    400,
    '请求无法理解：{reason}',
    '無法理解此請求：{reason}',
    'The request cannot be understood: {reason}',
  ),
  malformed_json: entry(
    400,
    '请求内容不是有效的 JSON：{reason}',
    '請求內容不是有效的 JSON：{reason}',
    'The body is not valid JSON: {reason}',
  ),
  invalid_input: entry(
    400,
    '有{count}处输入需要修改',
    '有{count}處輸入需要修改',
    '{count} inputs need a change',
  ),
  body_too_large: entry(413, '请求内容超过{limit}', '請求內容超過{limit}', 'The body exceeds {limit}'),
  headers_too_large: entry(431, '请求头过长', '請求標頭過長', 'The headers of the request are too long'),
  too_many_parameters: entry(
    400,
    '参数超过{most}个',
    '參數超過{most}個',
    'The query has more than {most} parameters',
  ),
  request_too_slow: entry(
    408,
    '请求内容没有及时传完',
    '請求內容沒有及時傳完',
    'The request did not arrive in time',
  ),
  unknown_host: entry(
    421,
    '此服务器不以“{host}”为地址；管理员可通过 KITH_URL 或 KITH_HOSTS 添加',
    '此伺服器不以「{host}」為位址；管理員可透過 KITH_URL 或 KITH_HOSTS 加入',
    'This server is not known as “{host}”; an administrator adds the name by KITH_URL or KITH_HOSTS',
  ),
  unsupported_media_type: entry(
    415,
    '不支持的内容类型“{type}”，应使用 application/json',
    '不支援的內容類型「{type}」，應使用 application/json',
    'Content type “{type}” is not supported; use application/json',
  ),
  not_found: entry(404, '找不到{what}', '找不到{what}', '{what} was not found'),
  route_not_found: entry(
    404,
    '没有 {method} {path} 这个地址',
    '沒有 {method} {path} 這個位址',
    'There is no {method} {path}',
  ),
  idempotency_key_reused: entry(
    422,
    '幂等键“{key}”已用于另一个请求',
    '冪等鍵「{key}」已用於另一個請求',
    'Idempotency key “{key}” was used for another request',
  ),
  too_many_requests: entry(
    429,
    '尝试次数过多，{seconds}秒后再试',
    '嘗試次數過多，{seconds}秒後再試',
    'Too many attempts; retry in {seconds} s',
  ),
  internal: entry(
    500,
    '服务器内部错误，编号 {requestId}',
    '伺服器內部錯誤，編號 {requestId}',
    'The server failed; request {requestId}',
  ),
  server_unreachable: entry(503, unreachable['zh-CN'], unreachable['zh-TW'], unreachable.en),
  database_unavailable: entry(
    503,
    '数据库暂时无法访问，数据没有写入',
    '資料庫暫時無法存取，資料沒有寫入',
    'The database cannot be reached; nothing was written',
  ),
  disk_full: entry(
    507,
    '服务器磁盘已满，数据没有写入',
    '伺服器磁碟已滿，資料沒有寫入',
    'The server’s disk is full; nothing was written',
  ),
  method_not_allowed: entry(
    405,
    '“{method}”不能用于此地址，可用：{allowed}',
    '「{method}」不能用於此位址，可用：{allowed}',
    '{method} cannot be used here; {allowed} can',
  ),
} satisfies Record<string, ErrorEntry>
