import { type ErrorEntry, entry } from './entry.ts'

export const whoAsks = {
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
  account_elsewhere: entry(
    409,
    '“{identifier}”已有账号：改为发送邀请，对方登录后即可加入',
    '「{identifier}」已有帳號：改為傳送邀請，對方登入後即可加入',
    '“{identifier}” has an account already: invite them, and they join by signing in',
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
} satisfies Record<string, ErrorEntry>
