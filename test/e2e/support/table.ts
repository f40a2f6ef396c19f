import type { Page } from 'playwright-core'

/** Opens a list and waits for its rows: before that a key has nobody to hear it. */
export async function openTable(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('rowheader').first().waitFor()
}

/** A cell by its line and column, both from 0; column 0 is the title. */
export const cellAt = (page: Page, line: number, column: number) =>
  page.locator(`[data-line="${line}"] [data-column="${column}"]`)

export const pressTimes = async (page: Page, key: string, times: number): Promise<void> => {
  for (let done = 0; done < times; done++) await page.keyboard.press(key)
}

/** Pastes into what has the focus, as a browser does. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

/** What copying puts on the clipboard, by type. */
export const copied = (page: Page): Promise<{ text: string; html: string }> =>
  page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return { text: data.getData('text/plain'), html: data.getData('text/html') }
  })
