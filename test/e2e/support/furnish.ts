import { type Api, apiOf, founder, type Kith } from './kith.ts'

/** Somebody else in the workspace, to whom nothing was told yet. */
export const colleague = {
  name: '林知夏',
  email: 'lin.zhixia@example.com',
  password: 'ein anderes langes Wort',
} as const

/** A code that a company has already. */
export const takenCode = 'KH-9001'

/** What screens show beside records: a colleague's mention and assignment, tasks, something in the bin, other ways to sign in. */
export async function furnish(api: Api, kith: Kith, companyId: string): Promise<void> {
  await api.post('/auth/members', { ...colleague, role: 'member' })
  const theirs = await programOf(kith, colleague)
  const { data: me } = await api.get<{ data: { id: string }[] }>(
    `/records/user?filter=${encodeURIComponent(`name = "${founder.name}"`)}`,
  )
  const ownId = me[0]?.id ?? ''
  const regarding = [{ object: 'company', id: companyId }]
  await theirs.post('/records/activity', [
    {
      kind: 'call',
      outcome: 'interested',
      body: `[@${founder.name}](user:${ownId}) 报价单今天要发出，对方周五评审`,
      regarding,
    },
    { kind: 'wechat', body: '技术协议已确认，等合同模板', regarding },
  ])
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  await theirs.post('/records/task', [
    {
      subject: '把备件清单发给采购',
      regarding: regarding[0],
      dueAt: at(-30),
      assigneeId: ownId,
      priority: 'high',
    },
    { subject: '约评审会的时间', regarding: regarding[0], dueAt: at(26), assigneeId: ownId },
  ])
  const { data: made } = await api.post<{ data: { id: string }[] }>('/records/company', [
    { name: '青岚设备', code: takenCode },
    { name: '北辰包装（重复）' },
  ])
  await api.send('DELETE', '/records/company', { ids: [made[1]?.id] })
  await api.post('/records/lead', [
    { name: '齐敏', companyName: '远望仪表', ownerId: null },
    { name: '顾川', companyName: '海岳轴承', ownerId: null },
  ])
  await api.post('/pools', {
    object: 'lead',
    name: '线索公海',
    fields: ['companyName', 'source', 'createdAt'],
    members: [{ kind: 'everybody' }],
  })
  // A key has nobody behind it who could prove to be there.
  const founding = await programOf(kith, founder)
  await founding.post('/scim-tokens', { name: 'Entra ID' })
  for (const name of providers)
    await founding.post('/auth/identity-providers', {
      kind: 'oidc',
      name,
      enabled: true,
      config: { issuer: 'https://login.example.com', clientId: 'kith' },
    })
}

const providers = ['公司账号', '青屿科技集团统一身份认证中心（含海外子公司与外包人员）']

async function programOf(
  kith: Kith,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Api> {
  const answer = await fetch(`${kith.address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password }),
  })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  return apiOf(kith, { cookie: cookie.join('; ') })
}
