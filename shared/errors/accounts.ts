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
    'Give an email address or a mobile number',
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
    '该成员还属于其他工作区；登录方式由本人修改，或由服务器的管理者处理',
    '該成員還屬於其他工作區；登入方式由本人變更，或由伺服器的管理者處理',
    'This member belongs to other workspaces too: only they, or who runs the server, can change how they sign in',
  ),
  member_has_more: entry(
    403,
    '该成员拥有你没有的权限：{what}；由拥有该权限的人处理',
    '該成員擁有你沒有的權限：{what}；由擁有該權限的人處理',
    'This member has a permission that you do not have ({what}): somebody who has it has to do this',
  ),
  own_membership: entry(
    409,
    '不能停用自己',
    '不能停用自己',
    'Nobody deactivates themselves: another administrator does',
  ),
  hand_over_busy: entry(
    409,
    '该成员的数据正在交接，完成后再试',
    '該成員的資料正在交接，完成後再試',
    'What this member has is being handed over already; try again once that is done',
  ),
  invitation_missing: entry(
    404,
    '邀请不存在，或已被接受、撤回',
    '邀請不存在，或已被接受、撤回',
    'This invitation is gone: it was accepted or withdrawn',
  ),
  invitation_invalid: entry(
    404,
    '邀请链接无效或已过期；让邀请人再发一次',
    '邀請連結無效或已過期；由邀請人再寄一次',
    'This link invites to nothing any more; ask whoever sent it for another one',
  ),
  membership_kept: entry(
    409,
    '成员的在职状态随停用、恢复改变，不能直接修改',
    '成員的在職狀態隨停用、恢復改變，不能直接修改',
    'Whether a member is active changes by deactivating and reactivating them',
  ),
  member_not_deletable: entry(
    409,
    '“{name}”是成员，不能删除；停用即可',
    '「{name}」是成員，不能刪除；停用即可',
    '{name} is a member and cannot be deleted; deactivate them',
  ),
  manager_circle: entry(
    409,
    '“{name}”不能是自己的上级，直接或间接都不行',
    '「{name}」不能是自己的主管，直接或間接都不行',
    '{name} cannot be their own manager, not by way of others either',
  ),
  team_circle: entry(
    409,
    '“{name}”不能在自己的下级部门之下',
    '「{name}」不能在自己的下層部門之下',
    '{name} cannot lie below itself',
  ),
  team_in_use: entry(
    409,
    '“{name}”还有成员或下级部门，移走之后才能删除',
    '「{name}」還有成員或下層部門，移走之後才能刪除',
    '{name} still has members or teams below it; move them first',
  ),
  already_member: entry(
    409,
    '此账号已是工作区成员',
    '此帳號已是工作區成員',
    'This account is a member already',
  ),
} satisfies Record<string, ErrorEntry>
