import {
  type IdentifierNode,
  Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  PostgresDialect,
} from 'kysely'
import type { Pool } from 'pg'

/**
 * What better-auth must call the table kith.account. It knows people as “user” and their credentials as “account”, and
 * takes a table named `account` for the latter.
 */
export const accountAlias = 'kith_account'

/** The schema `kith`. The platform's pool leaves timestamps as text; better-auth computes with Date. */
export function authorityDatabase(pool: Pool): Kysely<object> {
  const dialect = new PostgresDialect({ pool })
  return new Kysely<object>({ dialect, plugins: [accountTable, datesFromText] }).withSchema('kith')
}

class AccountTable extends OperationNodeTransformer {
  protected override transformIdentifier(node: IdentifierNode): IdentifierNode {
    return node.name === accountAlias ? { ...node, name: 'account' } : node
  }
}

const transformer = new AccountTable()
const accountTable: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
}

const datesFromText: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, dateFromText(name, value)])),
    ),
  }),
}

const dateFromText = (name: string, value: unknown) =>
  name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value
