import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

/**
 * Keeps small secrets unreadable to who has the database but not KITH_SECRET: AES-256-GCM.
 * What is sealed begins with the id of its key, so that KITH_SECRET can change while old values are still there.
 */
export interface Sealing {
  /** @param context where it is kept, such as table and id, so that it opens nowhere else */
  seal(plain: Buffer | string, context: string): Buffer
  /** @throws Error where it was changed, belongs elsewhere, or was sealed under a secret that is not on the ring */
  open(sealed: Buffer, context: string): Buffer
  /** Whether it is sealed under the ring's current secret; otherwise open it and seal it anew. */
  isCurrent(sealed: Buffer): boolean
}

interface Key {
  readonly id: Buffer
  readonly key: Buffer
}

const idLength = 8
const nonceLength = 12
const tagLength = 16

/** @param purpose what is sealed, such as `second factors`: what one purpose sealed no other opens */
export function createSealing(ring: KeyRing, purpose: string): Sealing {
  const keys = ring.map((secret) => keyOf(secret, purpose))
  const [current] = keys as [Key, ...Key[]]
  const idOf = (sealed: Buffer) => sealed.subarray(0, idLength)
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context))
      const bytes = cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain)
      return Buffer.concat([current.id, nonce, bytes, cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, context) {
      const key = keys.find(({ id }) => id.equals(idOf(sealed)))
      if (key === undefined)
        throw new Error('sealed under another secret: give the former one as KITH_SECRET_PREVIOUS')
      const start = idLength + nonceLength
      const decipher = createDecipheriv('aes-256-gcm', key.key, sealed.subarray(idLength, start), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(-tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(start, -tagLength)), decipher.final()])
    },
    isCurrent: (sealed) => current.id.equals(idOf(sealed)),
  }
}

function keyOf(secret: string, purpose: string): Key {
  const bytes = (use: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, 'kith', `${use}: ${purpose}`, length))
  return { id: bytes('id of the sealing key', idLength), key: bytes('sealing key', 32) }
}
