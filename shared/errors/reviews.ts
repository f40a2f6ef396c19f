import { type ErrorEntry, entry } from './entry.ts'

export const reviews = {
  access_review_missing: entry(
    404,
    '找不到该权限复核',
    '找不到該權限覆核',
    'The access review was not found',
  ),
  access_review_open: entry(
    409,
    '已有一次权限复核尚未签核，完成后才能发起下一次',
    '已有一次權限覆核尚未簽核，完成後才能發起下一次',
    'An access review is still open; sign it off before the next one begins',
  ),
  access_review_signed: entry(
    409,
    '这次权限复核已签核，不能再修改',
    '這次權限覆核已簽核，不能再修改',
    'This access review is signed off and stays as it is',
  ),
  access_review_line_missing: entry(
    404,
    '这次权限复核中没有该条目',
    '這次權限覆核中沒有該項目',
    'The access review has no such line',
  ),
  access_review_line_withdrawn: entry(
    409,
    '{name}的“{role}”已撤销，需要在角色分配中重新授予',
    '{name}的「{role}」已撤銷，需要在角色指派中重新授與',
    '“{role}” was withdrawn from {name}; give it back where roles are assigned',
  ),
  access_review_undecided: entry(
    409,
    '还有{count}项没有确认或撤销',
    '還有{count}項尚未確認或撤銷',
    '{count} lines are still to be confirmed or withdrawn',
  ),
} satisfies Record<string, ErrorEntry>
