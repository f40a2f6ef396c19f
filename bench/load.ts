import { writeFileSync } from 'node:fs'
import { Random } from '#server/apps/demo/random.ts'
import { createContext } from '#server/cli/context.ts'
import { withWorkspace } from '#server/cli/with-kith.ts'
import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { createRecords } from '#server/core/records/index.ts'
import { projectionOf, recordJson } from '#server/core/records/projection.ts'
import { scopeFor } from '#server/core/records/scope.ts'
import { planOf } from '#server/core/records/write/plan.ts'
import { deriveColumns, readRows } from '#server/core/records/write/prepare.ts'
import { createOrganisation } from './organisation.ts'
import { People, type WireRecord } from './people.ts'
import type { Prepared } from './prepared.ts'

/*
 * Run by the benchmark beside the server: fills the workspace through the write door (so that what lies there, search
 * text and derived columns included, is what the door writes), spread over three years, and writes `Prepared` to a file.
 */
const [recordsText = '', file = ''] = process.argv.slice(2)
const records = Number(recordsText)

const seed = 20261121
const batchSize = 5_000
const contactsOfCompany = 20
const sampleSize = 5_000
const start = Date.now() - 3 * 365 * 86_400_000

await withWorkspace(createContext('bench load'), 'bench', async (cx) => {
  const loading: Context = { ...cx, source: 'system', steps: [] }
  const people = new People(seed)
  const random = new Random(seed + 1)
  const ownerIds = await createOrganisation(loading)
  const companies = Array.from({ length: Math.ceil(records / contactsOfCompany) }, () =>
    people.company(ownerIds, start),
  )
  const companyIds = companies.map(({ id }) => id)
  await write(loading, 'company', companies)

  const [contactIds, nameParts, jobTitles]: [string[], string[], string[]] = [[], [], []]
  const step = (Date.now() - start) / records
  const keepEvery = Math.max(1, Math.floor(records / sampleSize))
  for (let first = 0; first < records; first += batchSize * 2) {
    const chunk = Array.from({ length: Math.min(batchSize * 2, records - first) }, (_, index) =>
      people.contact(companyIds, ownerIds, Math.floor(start + (first + index) * step)),
    )
    await write(loading, 'contact', chunk)
    for (const [index, contact] of chunk.entries()) {
      if ((first + index) % keepEvery !== 0) continue
      contactIds.push(contact.id)
      jobTitles.push(String(contact.jobTitle))
      nameParts.push(partOf(contact, random))
    }
    process.stdout.write(`${first + chunk.length}\n`)
  }

  const fresh = Array.from({ length: sampleSize }, () => {
    const { id: _, ...wire } = people.contact(companyIds, ownerIds)
    return wire
  })
  const catalogue = cx.workspace.catalogue()
  const object = catalogue.object('contact')
  const plan = planOf(object, catalogue)
  const rows = readRows(loading, catalogue, plan, fresh, { create: true, list: true, seen: object })
  await deriveColumns(loading, plan, rows)
  const json = (alias: string, include: readonly string[] = []): string => {
    const scope = scopeFor(cx, { catalogue, object })
    return recordJson(projectionOf(scope, object, undefined, include), object, alias, scope)
  }
  const filled = new Set(rows.flatMap(({ columns }) => Object.keys(columns)))
  const columnOf = (name: string): string => quoted(object.fieldByName.get(name)?.column ?? name)
  const prepared: Prepared = {
    schema: cx.workspace.schema,
    actorId: cx.actor.id,
    contactJson: { t: json('t'), p: json('p'), included: json('p', ['company', 'owner']) },
    columns: { name: columnOf('name'), jobTitle: columnOf('jobTitle') },
    columnTypes: Object.fromEntries([...plan.columns].filter(([column]) => filled.has(column))),
    newContacts: rows.map(({ columns }, index) => ({ wire: fresh[index] ?? {}, columns })),
    ...{ contactIds, nameParts, jobTitles },
  }
  writeFileSync(file, JSON.stringify(prepared))
})
process.exit(0)

async function write(cx: Context, object: string, rows: readonly WireRecord[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    rows.slice(index * batchSize, (index + 1) * batchSize),
  )
  // Two at a time: one is checked here while PostgreSQL writes the other.
  for (let index = 0; index < batches.length; index += 2) {
    await Promise.all(
      batches
        .slice(index, index + 2)
        .map((batch) => createRecords(cx, object, batch, { idsOnly: true, backdated: true })),
    )
  }
}

/** What people type to find somebody: mostly a given name, sometimes the whole name, now and then only the family name. */
function partOf({ name, givenName, familyName }: WireRecord, random: Random): string {
  const drawn = random.unit()
  return String(drawn < 0.6 ? givenName : drawn < 0.9 ? name : familyName)
}
