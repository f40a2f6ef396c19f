import type { Context } from '#server/core/context.ts'
import { joinList } from '#shared/fields/list-text.ts'
import type { Label } from '#shared/language.ts'
import type { ReviewChange, ReviewDecision, ReviewLine } from '#shared/operations/reviews.ts'

type Asker = Pick<Context, 'language' | 'timeZone'>

interface Column {
  readonly label: Label
  readonly print: (line: ReviewLine, asker: Asker) => string
}

const label = (mainland: string, taiwan: string, english: string): Label => ({
  'zh-CN': mainland,
  'zh-TW': taiwan,
  en: english,
})

const yes = label('是', '是', 'Yes')
const no = label('否', '否', 'No')

const decisions: Readonly<Record<ReviewDecision, Label>> = {
  confirmed: label('已确认', '已確認', 'Confirmed'),
  withdrawn: label('已撤销', '已撤銷', 'Withdrawn'),
}

const changes: Readonly<Record<ReviewChange, Label>> = {
  taken: label('已在别处收回', '已在別處收回', 'Taken elsewhere'),
  roleChanged: label('角色已修改', '角色已修改', 'Role changed'),
  left: label('已停用', '已停用', 'Deactivated'),
}

const moment = (at: string | null, { timeZone }: Asker): string =>
  at === null
    ? ''
    : Temporal.Instant.from(at)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'second' })
        .replace('T', ' ')

const factors = label(
  '通行密钥：{passkeys}，验证器：{app}',
  '通行金鑰：{passkeys}，驗證器：{app}',
  'Passkeys: {passkeys}, app: {app}',
)

/** The columns of a review's file. */
export const columns: readonly Column[] = [
  { label: label('成员', '成員', 'Member'), print: ({ name }) => name },
  { label: label('邮箱', '電子郵件', 'Email'), print: ({ snapshot }) => snapshot.email ?? '' },
  {
    label: label('在职', '在職', 'Active'),
    print: ({ snapshot }, { language }) => (snapshot.active ? yes : no)[language],
  },
  {
    label: label('部门', '部門', 'Teams'),
    print: ({ snapshot }, { language }) => joinList([...snapshot.teams], language),
  },
  { label: label('角色', '角色', 'Role'), print: ({ role }) => role },
  {
    label: label('授予时间', '授與時間', 'Given at'),
    print: ({ snapshot }, asker) => moment(snapshot.givenAt, asker),
  },
  {
    label: label('最近登录', '最近登入', 'Last sign-in'),
    print: ({ snapshot }, asker) => moment(snapshot.lastSignInAt, asker),
  },
  {
    label: label('两步验证', '兩步驟驗證', 'Two-step verification'),
    print: ({ snapshot: { passkeys, app } }, { language }) =>
      factors[language].replace('{passkeys}', String(passkeys)).replace('{app}', (app ? yes : no)[language]),
  },
  {
    label: label('外部身份', '外部身分', 'Outside identities'),
    print: ({ snapshot }, { language }) => joinList([...snapshot.providers], language),
  },
  {
    label: label('API 密钥', 'API 金鑰', 'API keys'),
    print: ({ snapshot }, { language }) =>
      joinList(
        snapshot.keys.map(({ name }) => name),
        language,
      ),
  },
  {
    label: label('结论', '結論', 'Decision'),
    print: ({ decision }, { language }) => (decision === null ? '' : decisions[decision][language]),
  },
  { label: label('复核人', '覆核人', 'Decided by'), print: ({ decidedBy }) => decidedBy ?? '' },
  {
    label: label('复核时间', '覆核時間', 'Decided at'),
    print: ({ decidedAt }, asker) => moment(decidedAt, asker),
  },
  { label: label('说明', '說明', 'Comment'), print: ({ comment }) => comment },
  {
    label: label('期间变化', '期間變化', 'Changed meanwhile'),
    print: ({ change }, { language }) => (change === null ? '' : changes[change][language]),
  },
]
