import type { Pool } from 'pg'
import type { Sealing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Resealed } from '../factors/reseal-apps.ts'
import { isConfigCurrent, type KeptConfig, resealConfig } from './secret-config.ts'

/** Seals the secrets of identity providers under the current KITH_SECRET, while others use them. */
export async function resealConfigs(pool: Pool, sealing: Sealing): Promise<Resealed> {
  const { rows } = await pool.query<{ id: string; config: KeptConfig }>(
    'select id, config from kith.identity_provider',
  )
  let [anew, lost] = [0, 0]
  for (const { id, config } of rows.filter((row) => !isConfigCurrent(sealing, row.config))) {
    try {
      const { rowCount } = await pool.query(
        'update kith.identity_provider set config = $3 where id = $1 and config = $2',
        [id, JSON.stringify(config), JSON.stringify(resealConfig(sealing, id, config))],
      )
      anew += rowCount ?? 0
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      lost += 1
    }
  }
  return { anew, lost }
}
