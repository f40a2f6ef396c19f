import type { QueryArrayResult, QueryConfig } from 'pg'
import type { Connections } from '#server/core/workspaces/workspace.ts'
import { StatementNames } from './statements.ts'

/** A statement of a door: text and the values of its `$n`. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

const names = new StatementNames()

/** What runs statements: connections to choose from, or the one of a transaction. */
export type Runner = Pick<Connections, 'query'>

/** Runs a statement, prepared where its text has come before; rows are arrays of texts, as PostgreSQL sent them. */
export async function run(on: Runner, statement: Statement): Promise<(string | null)[][]> {
  const name = names.nameOf(statement.text)
  const query: QueryConfig & { rowMode: 'array' } = {
    text: statement.text,
    values: statement.values as unknown[],
    rowMode: 'array',
    types: asTexts,
  }
  if (name !== undefined) query.name = name
  const result = (await on.query(query)) as unknown as QueryArrayResult<(string | null)[]>
  return result.rows
}

const identity = (value: string): string => value
const asTexts = { getTypeParser: () => identity }
