import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose } from './support/fill.ts'
import { founder } from './support/kith.ts'
import { labelled, see, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const name = '何一帆'
const password = '一帆风顺的长密码'

test('a link lets a colleague in, and who leaves is out at once with all handed over', async () => {
  const { t, api } = stage
  const page = await stage.open('/settings/members')
  await page.getByRole('button', { name: t('people.invite') }).click()
  const invite = page.getByRole('dialog', { name: t('people.invite') })
  await labelled(invite, t('people.emails')).fill('he.yifan@example.com')
  await invite.getByRole('button', { name: t('people.makeLinks') }).click()
  const link = await page.locator('[data-link]').innerText()
  await page.getByRole('button', { name: t('settings.done') }).click()

  const context = await stage.context()
  const other = await context.newPage()
  await other.goto(`${stage.kith.address}${new URL(link).pathname}`)
  await labelled(other, t('auth.name')).fill(name)
  await labelled(other, t('people.choosePassword')).fill(password)
  await other.getByRole('button', { name: t('people.join'), exact: true }).click()
  await other.getByRole('navigation').first().waitFor()
  type Access = { data: { roles: { key: string }[] } }
  const access = await context.request.get(`${stage.kith.address}/api/v1/access`)
  expect(((await access.json()) as Access).data.roles.map(({ key }) => key)).toEqual(['member'])
  const made = await context.request.post(`${stage.kith.address}/api/v1/records/company`, {
    data: { name: '一帆的客户' },
  })
  const { data: company } = (await made.json()) as { data: { id: string } }

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: t('people.menuOf', { name }) }).click()
  await page.getByRole('menuitem', { name: t('people.deactivate') }).click()
  const leaving = page.getByRole('dialog', { name: t('people.deactivateNamed', { name }) })
  const receiver = labelled(leaving, t('people.receiver')).last()
  await choose(page, receiver, founder.name, founder.name)
  await leaving.getByRole('button', { name: t('people.deactivate'), exact: true }).click()
  await see(page, t('people.deactivatedNamed', { name }))

  await labelled(other, t('auth.password')).first().waitFor()
  const asked = await context.request.get(`${stage.kith.address}/api/v1/auth/session`)
  expect(asked.status()).toBe(401)
  type Owned = { data: { ownerId: string }; included?: unknown }
  const { user } = await api.get<{ user: { id: string } }>('/auth/session')
  await until(async () => (await api.get<Owned>(`/records/company/${company.id}`)).data.ownerId).toBe(user.id)
  await context.close()
})
