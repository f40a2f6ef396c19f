import { parseArgs } from 'node:util'

export interface WebOptions {
  /** Contacts to load. */
  readonly records: number
  /** How many times slower the processor of the page is made. */
  readonly slowdown: number
  /** Times that each moment is measured. */
  readonly times: number
  /** Pages that are visited while memory is watched. */
  readonly navigations: number
  readonly json: string | undefined
  readonly only: readonly string[]
}

export const usage = `npm run bench -- web [--records N] [--slowdown N] [--times N] [--navigations N] [--json FILE] [--only FIGURE,…]

Measures the web app in the packaged browser on N contacts (100,000), its processor made slower (4 times).
Figures: scripts, cold, warm, open, type, scroll, drag, memory.`

export function readWebOptions(args: readonly string[]): WebOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '100000' },
      slowdown: { type: 'string', default: '4' },
      times: { type: 'string', default: '7' },
      navigations: { type: 'string', default: '500' },
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  return {
    records: Number(values.records),
    slowdown: Number(values.slowdown),
    times: Number(values.times),
    navigations: Number(values.navigations),
    json: values.json,
    only: values.only.split(',').filter((name) => name !== ''),
  }
}
