import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Size } from '../report.ts'
import type { WebOptions } from './options.ts'
import type { WebRecords } from './prepare.ts'

/** What a figure may use: the browser, where Kith is, and who is signed in there. */
export interface Studio {
  readonly browser: Browser
  readonly address: string
  readonly options: WebOptions
  /** A browser that nobody used before, signed in, its processor as slow as asked. */
  readonly newContext: () => Promise<BrowserContext>
  readonly newPage: (context: BrowserContext, slowdown?: number) => Promise<Page>
  readonly records: WebRecords
  /** View of deals as a board by stage. */
  readonly board: string
}

export interface WebFigure {
  readonly name: string
  readonly measure: (studio: Studio) => Promise<readonly Size[]>
}

export const size = (title: string, value: number, unit: string, most: number): Size => ({
  title,
  value,
  unit,
  most,
  reached: value <= most,
})
