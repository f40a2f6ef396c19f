import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { DataKeys, SealedPlace } from '#server/core/workspaces/workspace.ts'

const nonceLength = 12
const tagLength = 16

/** It was sealed under a key that this process has not read yet, or that is no more. */
export class UnknownKey extends Error {}

export interface UnwrappedKeys {
  /** 32 bytes each, by id; the last one seals. */
  readonly values: ReadonlyMap<number, Buffer>
  /** 32 bytes. */
  readonly digests: Buffer
}

/**
 * AES-256-GCM under the workspace's keys (NIST SP 800-38D), bound to the field and the record; digests by HMAC-SHA-256, bound to the
 * field. A sealed value is the id of its key, a dot, and nonce, ciphertext and tag as base64url.
 */
export function createDataKeys({ values, digests }: UnwrappedKeys): DataKeys {
  const [current, currentKey] = [...values].at(-1)!
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(context(place))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${current}.${sealed.toString('base64url')}`
    },
    open(sealed, place) {
      const dot = sealed.indexOf('.')
      const key = values.get(Number(sealed.slice(0, dot)))
      if (key === undefined) throw new UnknownKey('sealed under a key that is not here')
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(context(place))
        .setAuthTag(bytes.subarray(-tagLength))
      return (
        decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
      )
    },
    digest: (text, { object, field }) =>
      createHmac('sha256', digests).update(`${object}.${field} ${text}`).digest('base64url'),
    current,
  }
}

const context = ({ object, field, record }: SealedPlace): Buffer =>
  Buffer.from(`${object}.${field}.${record}`)
