import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits for a text anywhere on the page. */
export const see = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor()

/** Waits until nothing of that kind is to be seen any more. */
export const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' })

/** Asks again until the answer is as expected; fails with the last answer. */
export const until = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 30_000, interval: 50 })

/** The input of a label that begins so: a required one has a mark behind it. */
export const labelled = (page: Page | Locator, label: string): Locator =>
  page.getByLabel(new RegExp(`^${label}`))
