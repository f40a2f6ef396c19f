import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { PasskeyPlace } from '../factors/passkey-place.ts'

interface Options {
  readonly challenge: string
}

/** What makes an answer wrong on purpose. */
interface Twist {
  readonly place?: PasskeyPlace
  readonly verified?: boolean
  readonly userHandle?: string
  readonly counter?: number
}

/** A device with one passkey, as a browser answers for it: made of the Web Authentication specification, for tests. */
export function openPasskeyDevice(place: PasskeyPlace) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  let counter = 0

  const clientData = (type: string, { challenge }: Options, { origin }: PasskeyPlace) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = (twist: Twist, attested: Buffer) => {
    const flags = 0x01 | (twist.verified === false ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(twist.counter ?? ++counter)
    const host = createHash('sha256')
      .update((twist.place ?? place).host)
      .digest()
    return Buffer.concat([host, Buffer.of(flags), count, attested])
  }
  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
  } as const

  return {
    /** Answers `navigator.credentials.create`. */
    create(options: Options, twist: Twist = {}) {
      const key = Buffer.concat([
        Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
        Buffer.from(x, 'base64url'),
        Buffer.of(0x22, 0x58, 0x20),
        Buffer.from(y, 'base64url'),
      ])
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, id.length), id, key])
      const data = authenticatorData(twist, attested)
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.of(0xa0),
        text('authData'),
        Buffer.of(0x58, data.length),
        data,
      ])
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options, twist.place ?? place).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
        },
      }
    },
    /** Answers `navigator.credentials.get`. */
    get(options: Options, twist: Twist = {}) {
      const client = clientData('webauthn.get', options, twist.place ?? place)
      const data = authenticatorData(twist, Buffer.alloc(0))
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        ...common,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
          ...(twist.userHandle !== undefined && { userHandle: twist.userHandle }),
        },
      }
    },
  }
}

/** A short text in CBOR. */
const text = (content: string) => Buffer.concat([Buffer.of(0x60 + content.length), Buffer.from(content)])
