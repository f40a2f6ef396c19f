import type { Client } from './server.ts'

/** The record of the person who asks. */
export const ownId = async (client: Client): Promise<string> =>
  ((await client.get('/auth/session')).body as unknown as { user: { id: string } }).user.id
