import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'

const sampleBytes = 2 * 1024 * 1024

/**
 * Finds how a text file is encoded. UTF-8 is strict enough to be proved, so the whole file is checked for it;
 * what is left is told apart by what its first megabytes would say in each encoding.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const sample = await readSample(path)
  const marked = byteOrderMark(sample)
  if (marked !== undefined) return marked
  const wide = wideEncoding(sample)
  if (wide !== undefined) return wide
  return (await isUtf8(path)) ? 'utf-8' : legacyEncoding(sample)
}

export async function readSample(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function byteOrderMark(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: delimiters, digits and line breaks leave a zero in every second byte. */
function wideEncoding(bytes: Buffer): Encoding | undefined {
  let even = 0
  let odd = 0
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const least = Math.max(1, bytes.length / 50)
  if (odd >= least && odd > even * 8) return 'utf-16le'
  if (even >= least && even > odd * 8) return 'utf-16be'
  return undefined
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      decoder.decode(piece, { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** Characters that business texts are full of; those of one script only decide best. */
const frequentSimplified =
  '的一是在不了有和人这中大为上个国我以要他时来用们公司限技术科贸发电话业务经务销户联系备称广东'
const frequentTraditional =
  '的一是在不了有和人這中大為上個國我以要他時來用們公司限技術科貿發電話業務經務銷戶聯繫備稱廣東'

/** @param bytes text that is neither UTF-8 nor UTF-16 */
function legacyEncoding(bytes: Buffer): Encoding {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  if (isolatedShare(bytes, high) > 0.8) return 'windows-1252'
  return plausibility(bytes, 'big5', frequentTraditional) > plausibility(bytes, 'gb18030', frequentSimplified)
    ? 'big5'
    : 'gb18030'
}

/** Share of high bytes that stand alone, as the accented letters of European texts do. */
function isolatedShare(bytes: Buffer, high: number): number {
  let isolated = 0
  for (let index = 0; index < bytes.length; index++) {
    const neighbours = (bytes[index - 1] ?? 0) | (bytes[index + 1] ?? 0)
    if (bytes[index]! >= 0x80 && neighbours < 0x80) isolated++
  }
  return high === 0 ? 0 : isolated / high
}

const commonLead = { gb18030: [0xb0, 0xd7], big5: [0xa4, 0xc6] } as const

/** Both encodings sort everyday characters into their first plane: how much of the text lies there, and reads as everyday words. */
function plausibility(bytes: Buffer, encoding: 'gb18030' | 'big5', frequent: string): number {
  const [first, last] = commonLead[encoding]
  const simplified = encoding === 'gb18030'
  let pairs = 0
  let common = 0
  for (let index = 0; index < bytes.length - 1; index++) {
    const lead = bytes[index]!
    if (lead < 0x80) continue
    const trail = bytes[++index]!
    pairs++
    if (lead >= first && lead <= last && (simplified ? trail >= 0xa1 : trail >= 0x40)) common++
  }
  if (pairs === 0) return 0
  const text = new TextDecoder(encoding).decode(bytes)
  const letters = new Set(frequent)
  let wrong = 0
  let known = 0
  for (const character of text) {
    if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) wrong++
    else if (letters.has(character)) known++
  }
  return (common + 4 * known - 8 * wrong) / pairs
}
