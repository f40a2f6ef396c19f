import { type ErrorEntry, entry } from './entry.ts'

export const access = {
  role_missing: entry(404, '找不到该角色', '找不到該角色', 'The role was not found'),
  role_protected: entry(
    409,
    '“{name}”是系统自带角色，不能修改权限或删除；可以新建一个角色',
    '「{name}」是系統內建角色，不能修改權限或刪除；可以新增一個角色',
    '“{name}” comes with Kith: its permissions stay and it cannot be deleted; make a role of your own instead',
  ),
  role_in_use: entry(
    409,
    '还有{count}名成员使用“{name}”，先给他们换一个角色',
    '還有{count}名成員使用「{name}」，先給他們換一個角色',
    '“{name}” is still borne by {count} members; give them another role first',
  ),
  beyond_own_access: entry(
    403,
    '只能授予自己拥有的权限：{what}',
    '只能授與自己擁有的權限：{what}',
    'Nobody can give what they do not have themselves: {what}',
  ),
  last_administrator: entry(
    409,
    '这是最后一名管理员；先让另一名在职成员成为管理员',
    '這是最後一名管理員；先讓另一名在職成員成為管理員',
    'This is the last administrator; make another active member one first',
  ),
  title_stays_visible: entry(
    400,
    '“{label}”是记录的名称，不能隐藏或遮盖',
    '「{label}」是記錄的名稱，不能隱藏或遮罩',
    '“{label}” is what the record is called by; it cannot be hidden or masked',
  ),
  not_maskable: entry(
    400,
    '“{label}”的类型不能只显示一部分，可以改为隐藏',
    '「{label}」的類型不能只顯示一部分，可以改為隱藏',
    'A part of “{label}” would tell all of it; hide it instead',
  ),
  required_stays_editable: entry(
    400,
    '“{label}”必填且没有默认值，可以新建记录的角色需要能填写它',
    '「{label}」必填且沒有預設值，可以新增記錄的角色需要能填寫它',
    '“{label}” is required and has no default, so a role that creates records has to be able to fill it in',
  ),
  sharing_rule_missing: entry(404, '找不到该共享规则', '找不到該分享規則', 'The sharing rule was not found'),
  no_sign: entry(
    400,
    '不能按“{name}”查重，可用：{known}',
    '不能依「{name}」檢查重複，可用：{known}',
    'Records are not known again by “{name}”; give {known}',
  ),
  pool_missing: entry(404, '找不到该公海', '找不到該公海', 'The pool was not found'),
  field_beyond_pool: entry(
    400,
    '公海不显示“{field}”：指向其他记录或文件的字段不随公海开放，选择其他字段',
    '公海不顯示「{field}」：指向其他記錄或檔案的欄位不隨公海開放，選擇其他欄位',
    'A pool does not show “{field}”: fields that lead to other records or files are not opened with it, so choose others',
  ),
  grantee_missing: entry(
    400,
    '找不到共享对象',
    '找不到分享對象',
    'There is no such person, team or role to share with',
  ),
} satisfies Record<string, ErrorEntry>
