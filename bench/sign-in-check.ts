import { createContextOf } from '#server/api/index.ts'
import { createContext } from '#server/cli/context.ts'
import { withKith } from '#server/cli/with-kith.ts'

/*
 * Run by the benchmark beside the server: what it takes to find out who asks and what they may, for a request with a key,
 * as the processor time of many. Once every five seconds the key is looked up in the database, as in the server. Prints
 * milliseconds for one request.
 */
const [key = ''] = process.argv.slice(2)
const warmUp = 20_000
/** Milliseconds of processor time; more than a look-up's interval, so that its share is in it. */
const enough = 12_000
const together = 1_000

await withKith(createContext('bench sign-in check'), async (kith, auth) => {
  const contextOf = createContextOf({ auth, workspaces: kith.registry, surroundings: kith.surroundings })
  const request = {
    method: 'GET',
    ip: '127.0.0.1',
    headers: { authorization: `Bearer ${key}`, 'accept-language': 'zh-CN', 'time-zone': 'Asia/Shanghai' },
    routeOptions: { config: {} },
  } as unknown as Parameters<typeof contextOf>[0]
  const rounds = async (many: number): Promise<void> => {
    for (let round = 0; round < many; round++) await contextOf(request)
  }
  await rounds(warmUp)
  const before = process.cpuUsage()
  let requests = 0
  const used = (): number => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  while (used() < enough) {
    await rounds(together)
    requests += together
  }
  process.stdout.write(`${used() / requests}\n`)
})
process.exit(0)
