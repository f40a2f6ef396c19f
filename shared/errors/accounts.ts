import { type ErrorEntry, entry } from './entry.ts'

export const accounts = {
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
} satisfies Record<string, ErrorEntry>
