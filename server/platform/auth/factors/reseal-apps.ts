import { createDecipheriv, hkdfSync } from 'node:crypto'
import type { Pool } from 'pg'
import { createSealing, derivedRing, type KeyRing } from '#server/platform/sealing/index.ts'

/** Of one re-sealing: how many were sealed anew, and how many open under no secret that is known. */
export interface Resealed {
  readonly anew: number
  readonly lost: number
}

export const appPlace = (accountId: string): string => `authenticator_app ${accountId}`

export const appSealing = (ring: KeyRing) => createSealing(ring, 'second factors')

const batch = 500

/** Seals the secrets of authenticator apps under the current KITH_SECRET, while others use them. */
export async function resealApps(pool: Pool, ring: KeyRing): Promise<Resealed> {
  const sealing = appSealing(ring)
  let [anew, lost] = [0, 0]
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await pool.query<{ id: string; secret: Buffer }>(
      `select account_id id, secret from kith.authenticator_app where account_id > $1 order by account_id limit ${batch}`,
      [after],
    )
    for (const { id, secret } of rows.filter(({ secret }) => !sealing.isCurrent(secret))) {
      const plain = openOlder(ring, secret, appPlace(id))
      if (plain === undefined) lost += 1
      else {
        const { rowCount } = await pool.query(
          'update kith.authenticator_app set secret = $3 where account_id = $1 and secret = $2',
          [id, secret, sealing.seal(plain, appPlace(id))],
        )
        anew += rowCount ?? 0
      }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return { anew, lost }
    after = last.id
  }
}

function openOlder(ring: KeyRing, sealed: Buffer, place: string): Buffer | undefined {
  const ways = [
    () => appSealing(ring).open(sealed, place),
    ...derivedRing(ring, 'second factors').map((secret) => () => openWithoutId(secret, sealed, place)),
  ]
  for (const open of ways) {
    try {
      return open()
    } catch {
      // Not this one: what was changed or sealed elsewhere opens in no way.
    }
  }
  return undefined
}

/** As older installations sealed: a nonce of 12 bytes, the text, a tag of 16, and no id of the key. */
function openWithoutId(secret: string, sealed: Buffer, place: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'kith', 'sealing', 32))
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}
