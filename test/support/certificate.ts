import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate that signs itself, and its key, as PEM. */
export interface SelfSigned {
  readonly cert: string
  readonly key: string
}

interface Wanted {
  readonly names?: readonly string[]
  /** IPv4. */
  readonly addresses?: readonly string[]
  readonly validTo?: Date
  /** ECDSA with P-256 unless told otherwise. */
  readonly type?: 'ec' | 'rsa'
}

/** Made here, since no machine is bound to have openssl. */
export function makeCertificate({
  names = ['localhost'],
  addresses = ['127.0.0.1'],
  validTo = new Date(Date.now() + 86_400_000),
  type = 'ec',
}: Wanted = {}): SelfSigned {
  const { publicKey, privateKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  const name = sequence(set(sequence(objectId('550403'), tagged(0x0c, Buffer.from(names[0] ?? 'kith')))))
  const algorithm =
    type === 'ec'
      ? sequence(objectId('2a8648ce3d040302'))
      : sequence(objectId('2a864886f70d01010b'), tagged(0x05, Buffer.alloc(0)))
  const alternatives = sequence(
    ...names.map((one) => tagged(0x82, Buffer.from(one))),
    ...addresses.map((one) => tagged(0x87, Buffer.from(one.split('.').map(Number)))),
  )
  const authority = sequence(tagged(0x01, Buffer.from([0xff])))
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(new Date(Date.now() - 86_400_000 * 400)), time(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension('551d11', alternatives), extension('551d13', authority))),
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const der = sequence(body, algorithm, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Writes both into a folder, as `kith.crt` and `kith.key`. */
export function writeCertificate(folder: string, { cert, key }: SelfSigned) {
  const files = { certFile: join(folder, 'kith.crt'), keyFile: join(folder, 'kith.key') }
  writeFileSync(files.certFile, cert)
  writeFileSync(files.keyFile, key, { mode: 0o600 })
  return files
}

// DER: tag, length, content.
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const set = (...parts: Buffer[]) => tagged(0x31, Buffer.concat(parts))
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const extension = (id: string, value: Buffer) => sequence(objectId(id), tagged(0x04, value))
const time = (date: Date) => tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`))
