import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  BackupError,
  type FrameKind,
  formatVersion,
  frameKinds,
  type Head,
  largestFrame,
  type Part,
  type PartSum,
  type Tail,
} from './archive.ts'

export interface OpenPart {
  readonly part: Part
  /** To be read to its end before the next part is asked for. Fails at the end where the data are not what was written. */
  readonly data: AsyncIterable<Buffer>
  /** Known once the data have been read. */
  readonly sum: () => PartSum
}

export interface Archive {
  readonly head: Head
  /** Fails after the last part where the archive is not whole. */
  readonly parts: AsyncIterable<OpenPart>
  close(): void
}

interface Frame {
  readonly kind: FrameKind
  readonly content: Buffer
}

/** @throws BackupError where the file is no backup, was damaged, or was cut short: here or while the parts are read */
export async function openArchive(file: Readable): Promise<Archive> {
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  const frames = framesOf(file.pipe(unpacked))
  const close = () => {
    file.destroy()
    unpacked.destroy()
  }
  try {
    const head = readJson<Head>(await next(frames), frameKinds.head)
    if (head.format !== formatVersion)
      throw new BackupError(
        `The backup has format ${head.format}, and this Kith reads ${formatVersion}. Restore it with Kith ${head.kith} or a newer one.`,
      )
    return { head, parts: partsOf(frames), close }
  } catch (error) {
    close()
    throw error
  }
}

async function* partsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<OpenPart> {
  const sums = createHash('sha256')
  for (let parts = 0; ; parts += 1) {
    const start = await next(frames)
    if (start.kind === frameKinds.tail) {
      const tail = readJson<Tail>(start, frameKinds.tail)
      if (tail.parts !== parts || tail.sha256 !== sums.digest('hex'))
        throw damaged('its parts are not all there')
      if (!(await frames.next()).done) throw damaged('something follows its end')
      return
    }
    let sum: PartSum | undefined
    const known = (): PartSum => {
      if (sum === undefined) throw new Error('a part of the backup was not read to its end')
      return sum
    }
    const part = readJson<Part>(start, frameKinds.part)
    yield {
      part,
      data: dataOf(frames, part, (read) => {
        sum = read
      }),
      sum: known,
    }
    sums.update(known().sha256)
  }
}

async function* dataOf(
  frames: AsyncGenerator<Frame>,
  part: Part,
  onEnd: (sum: PartSum) => void,
): AsyncGenerator<Buffer> {
  const digest = createHash('sha256')
  let bytes = 0
  for (;;) {
    const frame = await next(frames)
    if (frame.kind !== frameKinds.data) {
      const sum = readJson<PartSum>(frame, frameKinds.end)
      if (sum.bytes !== bytes || sum.sha256 !== digest.digest('hex'))
        throw damaged(`the checksum of ${nameOf(part)} does not fit`)
      return onEnd(sum)
    }
    digest.update(frame.content)
    bytes += frame.content.length
    yield frame.content
  }
}

export const nameOf = (part: Part): string =>
  part.kind === 'file' ? `file ${part.sha256}` : `table ${part.table}`

async function next(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { value, done } = await frames.next()
  if (done) throw damaged('it ends too early')
  return value
}

async function* framesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let pending = Buffer.alloc(0)
  const kinds: readonly string[] = Object.values(frameKinds)
  const isKind = (letter: string): letter is FrameKind => kinds.includes(letter)
  const pieces: Buffer[] = []
  let waiting = 0
  let wanted = 5
  try {
    for await (const piece of stream) {
      pieces.push(piece)
      waiting += piece.length
      if (waiting < wanted) continue
      pending = Buffer.concat(pieces.splice(0))
      for (wanted = 5; pending.length >= wanted; wanted = 5) {
        const kind = pending.toString('latin1', 0, 1)
        const length = pending.readUInt32BE(1)
        if (!isKind(kind) || length > largestFrame) throw damaged('it holds what no backup does')
        wanted = 5 + length
        if (pending.length < wanted) break
        yield { kind, content: pending.subarray(5, wanted) }
        pending = pending.subarray(wanted)
      }
      pieces.push(pending)
      waiting = pending.length
    }
  } catch (error) {
    throw error instanceof BackupError ? error : unreadable(error)
  }
  if (waiting > 0) throw damaged('it ends too early')
}

function readJson<T>(frame: Frame, kind: FrameKind): T {
  if (frame.kind !== kind) throw damaged('its parts are out of order')
  try {
    // Its checksum fits and the format's version is known, so it has the shape that was written.
    return JSON.parse(frame.content.toString()) as T
  } catch {
    throw damaged('its description cannot be read')
  }
}

export const damaged = (how: string): BackupError =>
  new BackupError(`The backup is damaged or was cut short: ${how}. Nothing was restored; use another copy.`)

function unreadable(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return damaged('it ends too early')
  if (code.startsWith('Z_')) return damaged(error instanceof Error ? error.message : code)
  return error instanceof Error ? error : new Error(String(error))
}
