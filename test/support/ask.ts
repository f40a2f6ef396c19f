import type { Contract } from '#shared/operations/contract.ts'
import { sampleOf } from './sample.ts'
import type { Answer, Client } from './server.ts'

/** The least request that a contract takes, about the record of an object with this id. */
export function ask(client: Client, contract: Contract, id: string, object = 'company'): Promise<Answer> {
  const known = { object, id, ids: [id], on: 'code', field: 'name', tab: id, name: 'x', key: 'x', since: '0' }
  const params = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    String(name in known ? known[name as keyof typeof known] : 'x'),
  )
  const query =
    contract.query === undefined ? {} : (sampleOf(contract.query, known) as Record<string, string>)
  const text = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString()
  const body = contract.body === undefined ? undefined : sampleOf(contract.body, known)
  return client.send(contract.method, `${params}${text === '' ? '' : `?${text}`}`, body)
}

/** Routes that end what the asker has. */
const ending: ReadonlySet<string> = new Set(['session.end', 'session.endOthers', 'session.signOut'])

/** Whether it can be tried beside others: it answers, as a stream never does, and the asker is still there afterwards. */
export const canBeTried = ({ name, produces }: Contract): boolean =>
  produces?.includes('text/event-stream') !== true && !ending.has(name)
