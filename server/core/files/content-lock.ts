import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'

/** Who keeps a content and who takes it away wait for each other, to the end of the transaction. */
export async function lockContent({ workspace }: Context, client: Runner, sha256: string): Promise<void> {
  await client.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`kith content ${workspace.schema} ${sha256}`],
  })
}
