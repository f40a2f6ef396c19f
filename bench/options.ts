import { parseArgs } from 'node:util'

export interface Options {
  /** Contacts to load. */
  readonly records: number
  /** Rounds of each figure; limit and Kith take turns in each. */
  readonly rounds: number
  /** Length of one side's part of a round. */
  readonly seconds: number
  /** Where the figures go as JSON. */
  readonly json: string | undefined
  readonly profile: boolean
  /** Names of figures to measure; all where empty. */
  readonly only: readonly string[]
}

export const usage = `npm run bench -- [--records N] [--json FILE] [--rounds N] [--seconds S] [--only FIGURE,…] [--profile]

Measures Kith on N contacts (100,000) beside the limit of this machine, both in one run and in turns.
Figures: read, contains, equal, includes, create, update, batch, stream; member compares a member of a team with an
administrator and measures what the check of sign-in costs.
--profile tells where the time goes: functions of the server, statements of PostgreSQL.
npm run bench -- web measures the web app.`

export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '0.6' },
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  return {
    records: positive(values.records, 'records'),
    rounds: positive(values.rounds, 'rounds'),
    seconds: positive(values.seconds, 'seconds'),
    json: values.json,
    profile: values.profile,
    only: values.only.split(',').filter((name) => name !== ''),
  }
}

function positive(text: string, name: string): number {
  const number = Number(text.replaceAll(/[_,]/g, ''))
  if (!(number > 0)) throw new Error(`--${name} ${text}: give a number above 0`)
  return number
}
