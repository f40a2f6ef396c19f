import type { Locator, Page } from 'playwright-core'
import { gone } from './see.ts'
import type { Stage } from './stage.ts'

interface NewKey {
  readonly name: string
  /** Says in the dialog what the key may do. */
  readonly limit?: (dialog: Locator) => Promise<void>
}

/** Makes an API key on the page of keys. @returns the key, as it is shown once */
export async function createKey(page: Page, t: Stage['t'], { name, limit }: NewKey): Promise<string> {
  await page
    .getByRole('button', { name: t('settings.createKey') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('settings.keyName')).fill(name)
  await limit?.(dialog)
  await dialog.getByRole('button', { name: t('settings.createKey') }).click()
  const key = await dialog.getByRole('textbox', { name: t('settings.key') }).inputValue()
  await dialog.getByRole('button', { name: t('settings.done') }).click()
  await gone(dialog)
  return key
}
