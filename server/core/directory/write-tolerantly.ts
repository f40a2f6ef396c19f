import { AppError } from '#shared/errors.ts'

/** A row that was refused, and why. */
export interface Refused<Row> {
  readonly row: Row
  readonly error: AppError
}

/**
 * Writes rows of which some may be refused: the others are written. A refusal that names its rows costs one more try; another
 * one is looked for by halves.
 */
export async function writeTolerantly<Row>(
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<unknown>,
): Promise<Refused<Row>[]> {
  if (rows.length === 0) return []
  try {
    await write(rows)
    return []
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    if (rows.length === 1) return rows.map((row) => ({ row, error }))
    const named = new Set(error.issues.map(({ path }) => Number(/^\/(\d+)(\/|$)/.exec(path)?.[1] ?? -1)))
    const refused = rows.filter((_, index) => named.has(index)).map((row) => ({ row, error }))
    if (refused.length > 0)
      return [
        ...refused,
        ...(await writeTolerantly(
          rows.filter((_, index) => !named.has(index)),
          write,
        )),
      ]
    const half = Math.ceil(rows.length / 2)
    return [
      ...(await writeTolerantly(rows.slice(0, half), write)),
      ...(await writeTolerantly(rows.slice(half), write)),
    ]
  }
}
