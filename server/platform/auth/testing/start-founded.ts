import { createTestDatabase } from '#test/support/database.ts'
import { type Browser, firstRun, openBrowser } from './browser.ts'
import { type AuthProcess, startAuth } from './start-auth.ts'

/** A server process with its first workspace, on a database of its own, which goes with it. */
export interface FoundedAuth extends AuthProcess {
  /** For further processes on the same database. */
  readonly url: string
  /** The browser in which the workspace was made; signed in. */
  readonly owner: Browser
}

/** @param more what the first person gives besides `firstRun` */
export async function startFounded(more: { readonly mobile?: string } = {}): Promise<FoundedAuth> {
  const database = await createTestDatabase()
  const server = await startAuth(database.url)
  const owner = openBrowser(server.app)
  await owner.post('first-run', { ...firstRun, ...more })
  return {
    ...server,
    url: database.url,
    owner,
    async stop() {
      await server.stop()
      await database.drop()
    },
  }
}
