import { type Api, apiOf, founder, type Kith } from './kith.ts'

/** Somebody else in the workspace, to whom nothing was told yet. */
export const colleague = {
  name: '林知夏',
  email: 'lin.zhixia@example.com',
  password: 'ein anderes langes Wort',
} as const

/** A code that a company has already. */
export const takenCode = 'KH-9001'

/** What screens show beside records: a colleague's mention and assignment, tasks, something in the bin. */
export async function furnish(api: Api, kith: Kith, companyId: string): Promise<void> {
  await api.post('/auth/members', { ...colleague, role: 'member' })
  const theirs = await programOf(kith)
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
}

async function programOf(kith: Kith): Promise<Api> {
  const answer = await fetch(`${kith.address}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: colleague.email, password: colleague.password }),
  })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  return apiOf(kith, { cookie: cookie.join('; ') })
}
