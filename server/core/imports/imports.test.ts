import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedObjects } from '#server/apps/index.ts'
import { workspaceSeeds } from '#server/apps/sales/seeds.ts'
import { unlimited } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { createFolderStore, type FileStore, findFile, keepFile } from '#server/core/files/index.ts'
import { createRecords, listRecords } from '#server/core/records/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import type { ImportStatus } from '#shared/imports/contract.ts'
import { createTestWorkspace } from '#test/support/workspace.ts'
import { keepImports } from './housekeeping.ts'
import { importStatus } from './import-status.ts'
import { proposeImport, type TypedChoices } from './propose-import.ts'
import { rejectedCsv } from './rejected-csv.ts'
import { type ImportDoors, recordDoors } from './running/doors.ts'
import { ImportRunner } from './running/runner.ts'
import { startImport } from './start-import.ts'

let folder: string
let files: FileStore
let test: Awaited<ReturnType<typeof createTestWorkspace>>
let cx: Context

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kith-imports-'))
  files = createFolderStore(folder)
  test = await createTestWorkspace(shippedObjects, 'en')
  cx = test.cx
  for (const { object, records } of workspaceSeeds('en')) await createRecords(cx, object, records)
})
afterAll(async () => {
  await test?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const runnerWith = (doors: ImportDoors = recordDoors) =>
  new ImportRunner({
    workspaces: () => [cx.workspace],
    doors,
    files,
    log: createLog('silent'),
    systemContext: async () => ({ ...cx, source: 'system' }),
    surroundings: () => ({
      steps: [],
      announce: () => {},
      accessOf: async () => unlimited,
      comesIn: async () => true,
    }),
  })

type Typed = Partial<TypedChoices> & { dryRun?: boolean }

async function queue(object: string, text: string, typed: Typed = {}, name = 'file.csv'): Promise<string> {
  const file = await keepFile(cx, files, name, Readable.from([Buffer.from(text)]))
  const proposal = await proposeImport(cx, { files }, object, file, {
    map: [],
    values: {},
    match: [],
    ...typed,
  })
  await startImport(cx, proposal.id, proposal.mapping, typed.dryRun === true)
  return proposal.id
}

async function bring(object: string, text: string, typed: Typed = {}): Promise<ImportStatus> {
  const id = await queue(object, text, typed)
  await runnerWith().run(cx.workspace, id)
  return importStatus(cx, id)
}

type Row = Readonly<Record<string, unknown>>

async function read(object: string, filter: string, include: string[] = []): Promise<Row[]> {
  const text = await listRecords(cx, object, { filter, include, limit: 1000, sort: ['id'] })
  return (JSON.parse(text) as { data: Row[] }).data
}

describe('an account list', () => {
  it('becomes companies with their parents, whichever line they stand on', async () => {
    const status = await bring(
      'company',
      `account,sector,revenue,employees,office_location,subsidiary_of
Bluth,technolgy,1100.04,2822,United States,Sitwell
Sitwell,medical,251.41,495,Kenya,
Maeby,retail,647.18,1185,Philipines,sitwell `,
      { map: ['revenue=annualRevenue*1000000'] },
    )
    expect(status).toMatchObject({ state: 'done', created: 3, rejected: 0, processed: 3, error: null })
    const companies = await read('company', 'name in ("Bluth", "Sitwell", "Maeby")', ['parent'])
    expect(companies).toMatchObject([
      {
        name: 'Bluth',
        industry: 'technology',
        annualRevenue: '1100040000',
        numberOfEmployees: 2822,
        address: { country: 'US' },
        parent: { name: 'Sitwell' },
      },
      { name: 'Sitwell', parentId: null },
      { name: 'Maeby', address: { country: 'PH' }, parent: { name: 'Sitwell' } },
    ])
    const [signer] = await read('actor', `id = ${JSON.stringify(companies[0]?.createdBy)}`)
    expect(signer).toMatchObject({ kind: 'import', name: 'file.csv' })
  })

  it('refuses a parent that is nowhere, and keeps the child of a refused one without it', async () => {
    const status = await bring(
      'company',
      `name,employees,parent
Orphan,5,Nobody Inc
Refused,many,
Child,7,Refused`,
    )
    expect(status).toMatchObject({ state: 'done', created: 1, rejected: 2 })
    expect(status.rejectedRows).toMatchObject([
      { line: 2, stored: false, issues: [{ column: 'parent', code: 'no_such_record' }] },
      { line: 3, stored: false, issues: [{ column: 'employees', code: 'invalid_number' }] },
      { line: 4, stored: true, issues: [{ column: 'parent', code: 'no_such_record' }] },
    ])
    expect(await read('company', 'name = "Child"')).toMatchObject([{ parentId: null }])
  })
})

describe('a list of people', () => {
  it('finds each one’s manager in the same file, and creates the teams it may', async () => {
    const status = await bring(
      'user',
      'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nDustin Brinkmann,,Central',
      { map: ['regional_office=team+'] },
    )
    expect(status).toMatchObject({ created: 2, rejected: 0, related: { team: 1 } })
    expect(await read('user', 'name = "Anna Snelling"', ['manager', 'team'])).toMatchObject([
      { manager: { name: 'Dustin Brinkmann' }, team: { name: 'Central' } },
    ])
  })
})

describe('a sales pipeline', () => {
  it('finds companies, products, stages and people by name and creates what it may', async () => {
    await createRecords(cx, 'company', [{ name: 'Cancity' }, { name: 'Isdom' }])
    await createRecords(cx, 'product', [{ name: 'GTX Pro' }, { name: 'MG Special' }])
    const status = await bring(
      'deal',
      `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
1C1I7A6R,Moses Frase,MG Special,Cancity,Won,10/20/2016,3/1/2017,1054
Z063OYW0,Darcel Schlecht,GTXPro,Isdom,Lost,10/25/2016,3/31/2017,0
EC4QE1BX,Darcel Schlecht,ＧＴＸ pro,,Engaging,,,
MV1LWRNH,Moses Frase,GTX Por,Cancity,Prospecting,,,`,
      {
        map: [
          'opportunity_id=name',
          'sales_agent=owner+',
          'deal_stage=stage+',
          'close_date=closeDate',
          'close_date=closedAt',
        ],
      },
    )
    expect(status).toMatchObject({
      created: 3,
      rejected: 1,
      related: { user: 2, stage: 2 },
      fuzzy: [
        { column: 'product', text: 'GTXPro', matched: 'GTX Pro', rows: 1 },
        { column: 'product', text: 'ＧＴＸ pro', matched: 'GTX Pro', rows: 1 },
      ],
      rejectedRows: [
        {
          line: 5,
          issues: [{ column: 'product', message: 'There is no Product “GTX Por”; did you mean “GTX Pro”?' }],
        },
      ],
    })
    const deals = await read('deal', 'name in ("1C1I7A6R", "Z063OYW0", "EC4QE1BX")', [
      'stage',
      'owner',
      'product',
    ])
    expect(deals).toMatchObject([
      {
        amount: '1054',
        closeDate: '2017-03-01',
        closedAt: '2017-02-28T16:00:00Z',
        stage: { name: 'Won', outcome: 'won' },
        owner: { name: 'Moses Frase' },
      },
      { amount: '0', stage: { outcome: 'lost' }, product: { name: 'GTX Pro' } },
      { amount: null, closedAt: null, companyId: null, stage: { name: 'Engaging', outcome: 'open' } },
    ])
  })

  it('takes the outcome for the stage where its name differs', async () => {
    const status = await bring('deal', 'name,stage\nW1,成交\nL1,closed lost\n')
    expect(status).toMatchObject({ created: 2, rejected: 0 })
    expect(await read('deal', 'name in ("W1", "L1")', ['stage'])).toMatchObject([
      { stage: { name: 'Won' } },
      { stage: { name: 'Lost' } },
    ])
  })
})

describe('wrong rows', () => {
  it('are reported by line with a reason, and the good ones are kept', async () => {
    const status = await bring(
      'company',
      `name,code,phone,employees,note
Good One,A-1,0512-62884100转801,12,"two
lines"
,A-2,,3,
Bad Code,9.13E+17,,4,
Twice,A-1,,5,
Good Two,A-3,95588,6,`,
    )
    expect(status).toMatchObject({ created: 2, rejected: 3 })
    expect(status.rejectedRows.map(({ line, issues }) => [line, issues[0]?.column, issues[0]?.code])).toEqual(
      [
        [4, 'name', 'required'],
        [5, 'code', 'mangled_number'],
        [6, 'code', 'duplicate_in_batch'],
      ],
    )
    expect(status.rejectedRows[2]?.issues[0]?.message).toBe('Rows 2 and 6 have the same “Code”')
    let csv = ''
    for await (const piece of rejectedCsv(cx, status.id)) csv += piece
    expect(csv.split('\r\n')).toEqual([
      '\ufeffLine,Reason,name,code,phone,employees,note',
      expect.stringMatching(/^4,.*,,A-2,,3,$/),
      expect.stringMatching(/^5,.*,Bad Code,9\.13E\+17,,4,$/),
      '6,code: Rows 2 and 6 have the same “Code”,Twice,A-1,,5,',
      '',
    ])
  })

  it('are the only ones refused when values exist already', async () => {
    await createRecords(cx, 'company', [{ name: 'Taken', code: 'T-5' }])
    const rows = Array.from({ length: 40 }, (_, index) => `Fresh ${index},T-${index}`)
    const status = await bring('company', `name,code\n${rows.join('\n')}`)
    expect(status).toMatchObject({ created: 39, rejected: 1 })
    expect(status.rejectedRows).toMatchObject([
      { line: 7, issues: [{ column: 'code', code: 'value_not_unique' }] },
    ])
  })
})

describe('existing records', () => {
  it('are updated by what they are matched on, and a blank cell changes nothing', async () => {
    await createRecords(cx, 'contact', [{ name: 'Old Name', email: 'a@match.test', jobTitle: 'Buyer' }])
    const status = await bring(
      'contact',
      'name,email,job title\nNew Name,a@match.test,\nSecond,b@match.test,CEO\nSecond again,b@match.test,CFO',
      { match: ['email'] },
    )
    expect(status).toMatchObject({ created: 1, updated: 2, rejected: 0 })
    expect(await read('contact', 'email in ("a@match.test", "b@match.test")')).toMatchObject([
      { name: 'New Name', jobTitle: 'Buyer' },
      { name: 'Second again', jobTitle: 'CFO' },
    ])
  })
})

describe('missing choices', () => {
  it('are refused, or created where the mapping says so', async () => {
    const text = 'name,sector\nRocket,aerospace industry\nLab,Medical'
    expect(await bring('company', text)).toMatchObject({
      created: 1,
      rejectedRows: [{ line: 2, issues: [{ code: 'unknown_option' }] }],
    })
    expect(
      await bring('company', text.replaceAll('\n', '\n2 '), { map: ['sector=industry+'] }),
    ).toMatchObject({
      created: 2,
      rejected: 0,
    })
    expect(await read('company', 'name = "2 Rocket"')).toMatchObject([{ industry: 'aerospace industry' }])
  })
})

describe('a dry run', () => {
  it('reports and writes nothing, and the import can be started after it', async () => {
    const id = await queue('company', 'name,parent\nDry,\nDry child,Dry\n,Dry', { dryRun: true })
    await runnerWith().run(cx.workspace, id)
    expect(await importStatus(cx, id)).toMatchObject({ state: 'done', dryRun: true, created: 2, rejected: 1 })
    expect(await read('company', 'startsWith(name, "Dry")')).toEqual([])
  })

  it('refuses values that have to be unique as the real run does, in the workspace and in the file', async () => {
    await createRecords(cx, 'product', [{ name: 'Held', code: 'D-1' }])
    const many = Array.from({ length: 1000 }, (_, index) => `Row ${index},D-1${index}`).join('\n')
    const text = `name,code\nFirst,D-0\nTaken,D-1\nTwice,D-0\n${many}\nLate,D-0`
    const refusals = async (dryRun: boolean) => {
      const { created, rejected, rejectedRows } = await bring('product', text, { dryRun })
      const told = rejectedRows.map(({ line, issues }) => [line, issues.map(({ message }) => message)])
      return { created, rejected, told }
    }
    const tried = await refusals(true)
    expect(tried).toMatchObject({ created: 1001, rejected: 3 })
    expect(await refusals(false)).toEqual(tried)
  })

  it('takes a second row about one record for an update, as the real run does', async () => {
    const text = 'name,code\nPump,U-1\nPump two,U-1\nValve,U-2'
    const counts = async (dryRun: boolean) => {
      const { created, updated, rejected } = await bring('product', text, { dryRun, match: ['code'] })
      return { created, updated, rejected }
    }
    const tried = await counts(true)
    expect(tried).toEqual({ created: 2, updated: 1, rejected: 0 })
    expect(await counts(false)).toEqual(tried)
  })
})

describe('an import that nobody started', () => {
  it('is gone after a day, with a file that stands nowhere else', async () => {
    const bringFile = (name: string) =>
      keepFile(cx, files, name, Readable.from([Buffer.from(`name\n${name}`)]))
    const [alone, started, fresh] = [await bringFile('a'), await bringFile('b'), await bringFile('c')]
    const propose = (file: typeof alone) => proposeImport(cx, { files }, 'company', file)
    const old = [await propose(alone), await propose(started)].map(({ id }) => id)
    const running = await propose(started)
    await startImport(cx, running.id, running.mapping, false)
    const young = await propose(fresh)
    await cx.workspace.pool.query({
      text: `update ${cx.workspace.schema}._import set created_at = now() - interval '25 hours' where id = any($1)`,
      values: [[...old, running.id]],
    })
    await keepImports(cx.workspace, async () => ({ ...cx, source: 'system' }), files)
    for (const id of old) await expect(importStatus(cx, id)).rejects.toMatchObject({ code: 'not_found' })
    for (const { id } of [running, young]) expect(await importStatus(cx, id)).toMatchObject({ id })
    await expect(findFile(cx, alone.id)).rejects.toMatchObject({ code: 'not_found' })
    for (const file of [started, fresh]) expect(await findFile(cx, file.id)).toMatchObject({ id: file.id })
  })
})

describe('a run that is cut short', () => {
  const text = `name\n${Array.from({ length: 2500 }, (_, index) => `Chunk ${index}`).join('\n')}`

  it('goes on where it stopped, and writes no row twice', async () => {
    const id = await queue('company', text)
    let calls = 0
    const lost: ImportDoors = {
      ...recordDoors,
      createRecords: async (...input) => {
        const made = await recordDoors.createRecords(...input)
        if (++calls === 2) throw new Error('the connection was lost after the commit')
        return made
      },
    }
    await runnerWith(lost).run(cx.workspace, id)
    expect(await importStatus(cx, id)).toMatchObject({ state: 'running', processed: 1000, created: 1000 })
    await runnerWith().run(cx.workspace, id)
    expect(await importStatus(cx, id)).toMatchObject({
      state: 'done',
      processed: 2500,
      created: 2500,
      rejected: 0,
    })
    const counted = JSON.parse(
      await listRecords(cx, 'company', { filter: 'startsWith(name, "Chunk ")', limit: 1, count: 'exact' }),
    ) as { count: number }
    expect(counted.count).toBe(2500)
  })

  it('is not started twice', async () => {
    const id = await queue('company', 'name\nOnce')
    await expect(
      startImport(cx, id, { columns: [{ column: 'name', field: 'name' }], match: [] }, false),
    ).rejects.toMatchObject({ code: 'import_started' })
    await Promise.all([runnerWith().run(cx.workspace, id), runnerWith().run(cx.workspace, id)])
    expect(await read('company', 'name = "Once"')).toHaveLength(1)
  })
})
