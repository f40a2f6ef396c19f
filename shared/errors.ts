import type { Label, Language } from '#shared/language.ts'
import { AppError, type ErrorParameters, type Issue, lendTexts, unreachable } from './app-error.ts'

export { AppError, type ErrorParameters, type Issue } from './app-error.ts'

/**
 * The error catalogue: every refusal that Kith gives, with its HTTP status and its text in each language.
 * `{name}` in a text is filled from the error's parameters. docs/errors.md is made from it.
 */
interface ErrorEntry {
  readonly status: number
  readonly message: Label
}

const entry = (status: number, zhCN: string, zhTW: string, en: string): ErrorEntry => ({
  status,
  message: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
})

export const errorCatalogue = {
  // Requests
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

  // Who asks
  not_signed_in: entry(401, '需要登录', '需要登入', 'Sign in first'),
  invalid_credentials: entry(
    401,
    '账号或密码不正确',
    '帳號或密碼不正確',
    'The account or the password is wrong',
  ),
  not_permitted: entry(403, '没有权限执行此操作', '沒有執行此操作的權限', 'You may not do this'),
  no_workspace: entry(
    403,
    '此账号不属于任何工作区',
    '此帳號不屬於任何工作區',
    'This account belongs to no workspace',
  ),
  account_exists: entry(
    409,
    '“{identifier}”已注册',
    '「{identifier}」已註冊',
    '“{identifier}” has an account already',
  ),
  password_too_short: entry(
    400,
    '密码至少{least}位',
    '密碼至少{least}個字元',
    'A password has at least {least} characters',
  ),
  installation_complete: entry(
    409,
    '系统已完成初始设置',
    '系統已完成初始設定',
    'This installation is set up already',
  ),

  // Accounts
  cross_site_request: entry(
    403,
    '此操作须从 Kith 的页面发起',
    '此操作須從 Kith 的頁面發起',
    'This must be sent from a page of Kith’s own',
  ),
  email_or_mobile_required: entry(
    400,
    '邮箱和手机号至少填写一项',
    '電子郵件和手機號碼至少填寫一項',
    'Give an e-mail address or a mobile number',
  ),
  invalid_mobile: entry(
    400,
    '不是有效的手机号；境外号码须带国家代码，如 +886',
    '不是有效的手機號碼；中國大陸以外的號碼須加國碼，如 +886',
    'Not a mobile number; outside mainland China start with the country code, such as +886',
  ),
  own_password: entry(
    409,
    '自己的密码在个人资料中修改',
    '自己的密碼在個人資料中變更',
    'Change your own password in your profile',
  ),
  member_elsewhere: entry(
    409,
    '该成员还属于其他工作区，只能由本人修改密码',
    '該成員還屬於其他工作區，只能由本人變更密碼',
    'This member belongs to other workspaces too: only they can change their password',
  ),
  already_member: entry(
    409,
    '此账号已是工作区成员',
    '此帳號已是工作區成員',
    'This account is a member already',
  ),

  // Metadata
  unknown_object: entry(
    404,
    '没有名为“{name}”的对象{suggestion}',
    '沒有名為「{name}」的物件{suggestion}',
    'There is no object “{name}”{suggestion}',
  ),
  unknown_field: entry(
    400,
    '“{object}”没有字段“{name}”{suggestion}',
    '「{object}」沒有欄位「{name}」{suggestion}',
    '“{object}” has no field “{name}”{suggestion}',
  ),
  read_only_field: entry(
    400,
    '字段“{name}”由系统维护，不能写入',
    '欄位「{name}」由系統維護，不能寫入',
    'Field “{name}” is kept by the system and cannot be written',
  ),
  invalid_name: entry(
    400,
    '名称“{name}”无效：以小写字母开头，只含字母和数字，最长{most}个字符',
    '名稱「{name}」無效：以小寫字母開頭，只含字母和數字，最長{most}個字元',
    'Name “{name}” is invalid: start with a lower-case letter, letters and digits only, at most {most}',
  ),
  name_taken: entry(409, '名称“{name}”已被使用', '名稱「{name}」已被使用', 'Name “{name}” is taken'),
  field_type_unknown: entry(
    400,
    '没有字段类型“{type}”{suggestion}',
    '沒有欄位類型「{type}」{suggestion}',
    'There is no field type “{type}”{suggestion}',
  ),
  field_type_change: entry(
    400,
    '字段“{name}”不能从 {from} 改为 {to}',
    '欄位「{name}」不能從 {from} 改為 {to}',
    'Field “{name}” cannot change from {from} to {to}',
  ),
  setting_not_allowed: entry(
    400,
    '{type} 字段没有“{setting}”设置',
    '{type} 欄位沒有「{setting}」設定',
    'A {type} field has no setting “{setting}”',
  ),
  setting_required: entry(
    400,
    '{type} 字段需要“{setting}”',
    '{type} 欄位需要「{setting}」',
    'A {type} field needs “{setting}”',
  ),
  object_protected: entry(
    409,
    '标准对象“{name}”不能删除',
    '標準物件「{name}」不能刪除',
    'Standard object “{name}” cannot be deleted',
  ),
  field_protected: entry(
    409,
    '标准字段“{name}”不能删除',
    '標準欄位「{name}」不能刪除',
    'Standard field “{name}” cannot be deleted',
  ),
  existing_values_conflict: entry(
    409,
    '“{name}”已有{count}条记录不符合新规则',
    '「{name}」已有{count}筆記錄不符合新規則',
    '{count} existing records break the new rule on “{name}”',
  ),
  metadata_busy: entry(
    503,
    '另一项结构变更正在进行，稍后重试',
    '另一項結構變更正在進行，稍後重試',
    'Another change of structure is under way; retry',
  ),
  too_many_fields: entry(
    409,
    '对象“{name}”的字段已达上限{most}',
    '物件「{name}」的欄位已達上限{most}',
    'Object “{name}” has reached its {most} fields',
  ),

  invalid_slug: entry(
    400,
    '工作区地址“{slug}”无效：只含小写字母、数字和连字符，最长 63 个字符',
    '工作區位址「{slug}」無效：只含小寫字母、數字和連字號，最長 63 個字元',
    'Workspace address “{slug}” is invalid: lower-case letters, digits and hyphens, at most 63',
  ),
  unknown_member: entry(
    400,
    '没有名为“{name}”的属性{suggestion}',
    '沒有名為「{name}」的屬性{suggestion}',
    'There is no member “{name}”{suggestion}',
  ),
  invalid_setting: entry(
    400,
    '设置“{setting}”无效：{expected}',
    '設定「{setting}」無效：{expected}',
    'Setting “{setting}” is invalid: {expected}',
  ),
  currency_in_use: entry(
    409,
    '已有以 {currency} 计算的金额，不能更换工作区货币',
    '已有以 {currency} 計算的金額，不能更換工作區幣別',
    'Amounts were reckoned in {currency}; the workspace’s currency cannot change any more',
  ),
  title_field_in_use: entry(
    409,
    '“{name}”是标题字段，先为对象指定另一个标题字段',
    '「{name}」是標題欄位，先為物件指定另一個標題欄位',
    'Field “{name}” is the title; give the object another title first',
  ),
  invalid_title_field: entry(
    400,
    '字段“{name}”不是文本，不能作为标题',
    '欄位「{name}」不是文字，不能作為標題',
    'Field “{name}” holds no text and cannot be the title',
  ),
  not_uniqueable: entry(
    400,
    '{type} 字段不能设为唯一',
    '{type} 欄位不能設為唯一',
    'A {type} field cannot be unique',
  ),

  // Values
  required: entry(400, '“{label}”不能为空', '「{label}」不能空白', '“{label}” cannot be empty'),
  wrong_type: entry(400, '应为{expected}', '應為{expected}', 'Expected {expected}'),
  invalid_text: entry(
    400,
    '含有无法保存的字符',
    '含有無法儲存的字元',
    'Contains characters that cannot be stored',
  ),
  text_too_long: entry(400, '最长{most}个字符', '最長{most}個字元', 'At most {most} characters'),
  invalid_number: entry(400, '不是有效的数字', '不是有效的數字', 'Not a number'),
  number_out_of_range: entry(
    400,
    '应在{least}与{most}之间',
    '應介於{least}與{most}之間',
    'Must be between {least} and {most}',
  ),
  invalid_date: entry(400, '不是有效的日期', '不是有效的日期', 'Not a date'),
  ambiguous_date: entry(
    400,
    '无法判断“{text}”中月与日的顺序',
    '無法判斷「{text}」中月與日的順序',
    'In “{text}” day and month cannot be told apart',
  ),
  invalid_date_time: entry(400, '不是有效的时间', '不是有效的時間', 'Not a time'),
  invalid_email: entry(400, '不是有效的邮箱地址', '不是有效的電子郵件地址', 'Not an e-mail address'),
  invalid_url: entry(400, '不是有效的网址', '不是有效的網址', 'Not a web address'),
  invalid_id: entry(400, '不是有效的记录编号', '不是有效的記錄編號', 'Not a record id'),
  invalid_rank: entry(
    400,
    '不是有效的排列次序',
    '不是有效的排列順序',
    'Not a rank: 1 to 256 of 0–9 and a–z, the last one not 0',
  ),
  invalid_currency: entry(
    400,
    '“{value}”不是货币代码',
    '「{value}」不是貨幣代碼',
    '“{value}” is not a currency code',
  ),
  invalid_address: entry(
    400,
    '地址不能含有“{member}”',
    '地址不能含有「{member}」',
    'An address has no “{member}”',
  ),
  unknown_option: entry(
    400,
    '没有选项“{value}”{suggestion}',
    '沒有選項「{value}」{suggestion}',
    'There is no option “{value}”{suggestion}',
  ),
  too_many_values: entry(400, '最多{most}项', '最多{most}項', 'At most {most}'),
  record_not_found: entry(
    400,
    '找不到编号为 {id} 的{object}',
    '找不到編號為 {id} 的{object}',
    'There is no {object} with id {id}',
  ),
  mangled_number: entry(
    400,
    '“{text}”像是被表格软件改成科学计数法的编码，需从原始数据恢复',
    '「{text}」像是被試算表改成科學記號的編碼，需從原始資料還原',
    '“{text}” looks like a code that a spreadsheet turned into scientific notation; restore it from the source',
  ),
  value_not_unique: entry(
    409,
    '“{label}”为“{value}”的记录已存在',
    '「{label}」為「{value}」的記錄已存在',
    'A record with “{label}” = “{value}” exists',
  ),
  duplicate_in_batch: entry(
    400,
    '第{first}行与第{second}行的“{label}”相同',
    '第{first}列與第{second}列的「{label}」相同',
    'Rows {first} and {second} have the same “{label}”',
  ),

  // Values, by field type
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

  // Records
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

  // Queries
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

  // Views, notifications, preferences
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
  notification_missing: entry(404, '找不到该通知', '找不到該通知', 'The notification was not found'),
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

  // Export
  export_too_large: entry(
    422,
    'XLSX 文件最多容纳 {most} 行；筛选后再导出，或导出为 CSV',
    'XLSX 檔案最多容納 {most} 列；篩選後再匯出，或匯出為 CSV',
    'An XLSX file holds at most {most} rows; filter the list, or export it as CSV',
  ),

  // Import
  file_empty: entry(400, '文件中没有数据', '檔案中沒有資料', 'The file holds no data'),
  file_too_large: entry(413, '文件超过{limit}', '檔案超過{limit}', 'The file exceeds {limit}'),
  file_too_many_rows: entry(
    413,
    '文件超过{most}行',
    '檔案超過{most}列',
    'The file has more than {most} rows',
  ),
  file_too_many_columns: entry(
    413,
    '文件超过{most}列',
    '檔案超過{most}欄',
    'The file has more than {most} columns',
  ),
  file_format_unknown: entry(
    415,
    '不能读取 {format} 文件，另存为 XLSX 或 CSV 后再导入',
    '無法讀取 {format} 檔案，另存為 XLSX 或 CSV 後再匯入',
    '{format} files cannot be read; save it as XLSX or CSV and import that',
  ),
  file_unreadable: entry(
    400,
    '文件第{line}行无法读取，文件可能已损坏',
    '檔案第{line}列無法讀取，檔案可能已損毀',
    'The file cannot be read at line {line}; it may be damaged',
  ),
  file_quote_open: entry(
    400,
    '文件第{line}行的引号没有闭合',
    '檔案第{line}列的引號沒有結尾',
    'A quotation mark opened on line {line} is never closed',
  ),
  undecodable_text: entry(
    400,
    '含有无法识别的字节，检查文件编码',
    '含有無法辨識的位元組，檢查檔案編碼',
    'Contains bytes that are no text; check the file’s encoding',
  ),
  cell_error: entry(
    400,
    '单元格公式出错：{text}',
    '儲存格公式錯誤：{text}',
    'The cell’s formula failed: {text}',
  ),
  unknown_column: entry(
    400,
    '文件中没有“{name}”列{suggestion}',
    '檔案中沒有「{name}」欄{suggestion}',
    'The file has no column “{name}”{suggestion}',
  ),
  column_target_twice: entry(
    400,
    '“{first}”和“{second}”两列都对应字段“{name}”',
    '「{first}」和「{second}」兩欄都對應欄位「{name}」',
    'Columns “{first}” and “{second}” both go to field “{name}”',
  ),
  mapping_invalid: entry(
    400,
    '无法理解对应关系“{text}”',
    '無法理解對應關係「{text}」',
    'The mapping “{text}” cannot be understood',
  ),
  mapping_empty: entry(400, '没有任何列对应到字段', '沒有任何欄對應到欄位', 'No column is mapped to a field'),
  match_not_mapped: entry(
    400,
    '用于匹配的字段“{name}”没有对应的列',
    '用於比對的欄位「{name}」沒有對應的欄',
    'Field “{name}” is matched on but no column is mapped to it',
  ),
  no_such_record: entry(
    400,
    '没有名为“{value}”的{object}{suggestion}',
    '沒有名為「{value}」的{object}{suggestion}',
    'There is no {object} “{value}”{suggestion}',
  ),
  several_records: entry(
    400,
    '有{count}条“{value}”，无法确定是哪一条',
    '有{count}筆「{value}」，無法確定是哪一筆',
    '{count} records are “{value}”; which one cannot be told',
  ),
  import_started: entry(409, '此导入已经开始', '此匯入已經開始', 'This import has started already'),

  // Expressions
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
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCatalogue

lendTexts({
  status: (code) => errorCatalogue[code].status,
  message: (code, parameters) => messageOf(code, parameters, 'en'),
})

/** Refused input: one issue gives its own code, several give `invalid_input`. The status is the first issue's. */
export function invalidInput(issues: readonly Issue[]): AppError {
  const [first] = issues
  if (first !== undefined && issues.length === 1)
    return new AppError(first.code, first.parameters, { issues })
  return new AppError('invalid_input', { count: issues.length }, { issues })
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}

const suggestionText: Record<Language, (name: string) => string> = {
  'zh-CN': (name) => `，是否为“${name}”？`,
  'zh-TW': (name) => `，是否為「${name}」？`,
  en: (name) => `; did you mean “${name}”?`,
}

/** The text of a code. A parameter `suggestion` is the nearest right word and prints as a question; empty, as nothing. */
export function messageOf(code: ErrorCode, parameters: ErrorParameters, language: Language): string {
  return errorCatalogue[code].message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]
    if (name === 'suggestion')
      return value === undefined || value === '' ? '' : suggestionText[language](String(value))
    return value === undefined ? '' : String(value)
  })
}

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly detail: string
  readonly errors?: readonly { path: string; code: ErrorCode; message: string }[]
  readonly [member: string]: unknown
}

export function toProblem(error: AppError, language: Language): Problem {
  const detail = messageOf(error.code, error.parameters, language)
  return {
    type: `/docs/errors#${error.code}`,
    title: detail,
    status: error.status,
    code: error.code,
    detail,
    ...error.details,
    ...(error.issues.length > 0 && {
      errors: error.issues.map(({ path, code, parameters }) => ({
        path,
        code,
        message: messageOf(code, parameters ?? {}, language),
      })),
    }),
  }
}
