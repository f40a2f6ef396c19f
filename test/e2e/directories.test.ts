import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gone, labelled, until } from './support/see.ts'
import { type Stage, setStage } from './support/stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const tokenName = 'Entra ID'
const person = { userName: 'zhou.wenbo@example.com', displayName: '周文博', active: true }

/** Asks as the other system does: the status of the answer. */
async function scim(token: string, path: string, body?: unknown): Promise<number> {
  const answer = await fetch(`${stage.kith.address}/scim/v2${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  await answer.arrayBuffer()
  return answer.status
}

/** All that a page holds: its source, and what stands in its inputs. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((input) => Reflect.get(input, 'value')),
    ].join('\n'),
  )

test('a token that is shown once brings a person in; revoked, it opens nothing', async () => {
  const { t } = stage
  const page = await stage.open('/settings/directories')
  await page.getByRole('button', { name: t('directories.addToken') }).click()
  const making = page.getByRole('dialog', { name: t('directories.addToken') })
  await labelled(making, t('directories.tokenName')).fill(tokenName)
  await making.getByRole('button', { name: t('directories.addToken') }).click()
  const made = page.getByRole('dialog', { name: tokenName })
  const token = await made.getByLabel(t('directories.token'), { exact: true }).inputValue()
  expect(await shown(page)).toContain(token)
  await made.getByRole('button', { name: t('settings.done') }).click()
  await gone(made)

  const line = page.getByRole('row').filter({ hasText: tokenName })
  await line.waitFor()
  await page.reload()
  await line.waitFor()
  // A token is shown in an input, whose value is no text of the page.
  expect(await shown(page)).not.toContain(token)

  expect(await scim(token, '/Users', person)).toBe(201)
  await page.goto(`${stage.kith.address}/settings/members`)
  await page.getByRole('row').filter({ hasText: person.displayName }).waitFor()

  await page.goto(`${stage.kith.address}/settings/directories`)
  await page.getByRole('button', { name: t('directories.revokeNamed', { name: tokenName }) }).click()
  const asked = page.getByRole('dialog', { name: t('directories.revokeNamed', { name: tokenName }) })
  await asked.getByRole('button', { name: t('directories.revoke'), exact: true }).click()
  await gone(line)
  await until(() => scim(token, '/Users')).toBe(401)
})
