import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps small secrets unreadable to who has the database but not KITH_SECRET. */
export interface Sealing {
  /** AES-256-GCM; `place` says where it is kept, so that it opens nowhere else. */
  seal(plain: Buffer, place: string): Buffer
  /** @throws Error where it was changed, belongs elsewhere, or was sealed under another secret */
  open(sealed: Buffer, place: string): Buffer
  /** A keyed digest, to know a secret again without keeping it. */
  digest(text: string): Buffer
}

const nonceLength = 12
const tagLength = 16

export function createSealing(secret: string): Sealing {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'kith', purpose, 32))
  const sealingKey = keyFor('sealing')
  const digestKey = keyFor('digest')
  return {
    seal(plain, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, place) {
      const nonce = sealed.subarray(0, nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: tagLength })
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(-tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()])
    },
    digest: (text) => createHmac('sha256', digestKey).update(text).digest(),
  }
}
