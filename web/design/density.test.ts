import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { densities } from './density.ts'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

test.each(densities)(
  'what reckons with a $name table has the heights of its styles',
  ({ name, row, head }) => {
    const standard = tokens.slice(tokens.indexOf('--radius-tag'))
    const own = tokens.indexOf(`[data-density="${name}"]`)
    const rules = own < 0 ? standard : tokens.slice(own)
    const pixels = (token: string) => Number(new RegExp(`--${token}: (\\d+)px`).exec(rules)?.[1])
    expect({ row, head }).toEqual({ row: pixels('row'), head: pixels('table-head') })
  },
)
