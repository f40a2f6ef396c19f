import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fastify } from 'fastify'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { gramsOf } from '#server/core/expression/grams.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { limitStatements } from './limit-statements.ts'
import type { NewContact, Prepared } from './prepared.ts'

/*
 * What this machine could do at best: routes without sign-in, permission, checks or history that pass PostgreSQL's text
 * on. It reads Kith's own tables, and writes to equal ones beside them.
 */
const [databaseUrl = '', file = ''] = process.argv.slice(2)
const statements = limitStatements(JSON.parse(readFileSync(file, 'utf8')) as Prepared)
// As many connections as each of Kith's pools.
const connection = { connectionString: databaseUrl, max: 8, options: '-c timezone=UTC' }
const pool = new pg.Pool(connection)
// A plan for each value: the generic one that PostgreSQL turns to after five runs is the slower one for lists.
const planning = new pg.Pool({
  ...connection,
  options: `${connection.options} -c plan_cache_mode=force_custom_plan`,
})
const json = 'application/json; charset=utf-8'

const server = fastify({ bodyLimit: 32 * 1024 * 1024 })
const text = async (
  on: pg.Pool,
  name: keyof typeof statements.reads,
  values: unknown[],
): Promise<string[]> => {
  const { rows } = await on.query<string[]>({
    name,
    text: statements.reads[name],
    values,
    rowMode: 'array',
  } as pg.QueryArrayConfig)
  return rows.map(([row]) => row ?? '')
}
const list = (rows: readonly string[]): string => `{"data":[${rows.join(',')}]}`

server.get<{ Params: { id: string } }>('/read/:id', async ({ params }, reply) => {
  const [record] = await text(pool, 'read', [params.id])
  return reply.type(json).send(`{"data":${record}}`)
})
server.get<{ Querystring: { part: string } }>('/contains', async ({ query }, reply) => {
  const part = query.part.toLowerCase()
  return reply.type(json).send(list(await text(planning, 'contains', [gramsOf(part), part])))
})
server.get<{ Querystring: { jobTitle: string } }>('/equal', async ({ query }, reply) =>
  reply.type(json).send(list(await text(planning, 'equal', [query.jobTitle]))),
)
server.get<{ Querystring: { jobTitle: string } }>('/includes', async ({ query }, reply) =>
  reply.type(json).send(list(await text(planning, 'includes', [query.jobTitle]))),
)
server.post<{ Body: NewContact['columns'] }>('/create', async ({ body }, reply) => {
  const id = uuidv7()
  const { name, text: sql, columns } = statements.create
  await pool.query({
    name,
    text: sql,
    values: [id, JSON.stringify(body), ...columns.map((column) => body[column])],
  })
  return reply.code(201).type(json).send(`{"data":{"id":"${id}"}}`)
})
server.patch<{ Params: { id: string }; Body: { jobTitle: string } }>(
  '/update/:id',
  async ({ params, body }, reply) => {
    await pool.query({ ...statements.update, values: [params.id, body.jobTitle, JSON.stringify(body)] })
    return reply.type(json).send(`{"data":{"id":"${params.id}"}}`)
  },
)
server.addContentTypeParser('text/plain', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
server.post<{ Body: Buffer }>('/copy', async ({ body }, reply) => {
  const client = await pool.connect()
  try {
    await pipeline(Readable.from([body]), client.query(copyFrom(statements.copy)))
  } finally {
    client.release()
  }
  return reply.code(201).type(json).send('{}')
})
const address = await server.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`limit at ${address}\n`)
process.on('SIGTERM', () => process.exit(0))
