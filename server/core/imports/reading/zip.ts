import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { AppError } from '#shared/errors.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly offset: number
}

/** A ZIP archive read by its directory, so that parts come in the order asked for. */
export interface Archive {
  readonly names: readonly string[]
  /**
   * Unpacks one entry piece by piece.
   * @throws AppError `file_too_large` once more than `limit` bytes came out: sizes in an archive may lie
   */
  readonly read: (name: string, limit: number) => AsyncIterable<Buffer>
}

const damaged = (cause?: unknown) => new AppError('file_unreadable', { line: 1 }, { cause })

export async function openArchive(path: string): Promise<Archive> {
  const file = await open(path)
  try {
    const entries = await readDirectory(file)
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    return {
      names: [...byName.keys()],
      read: (name, limit) => {
        const entry = byName.get(name)
        if (entry === undefined) throw damaged()
        return unpack(path, entry, limit)
      },
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat()
  const tailStart = Math.max(0, size - 65_557)
  const tail = await readAt(file, tailStart, size - tailStart)
  const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0) throw damaged()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (start + length > size) throw damaged()
  const directory = await readAt(file, start, length)
  const entries: Entry[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* unpack(path: string, entry: Entry, limit: number): AsyncGenerator<Buffer> {
  if (entry.packed === 0) return
  const start = await dataStart(path, entry)
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 })
  const stream = entry.method === 0 ? packed : packed.pipe(createInflateRaw())
  if (entry.method !== 0 && entry.method !== 8) throw damaged()
  packed.on('error', (error) => stream.destroy(error))
  let total = 0
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      total += piece.length
      if (total > limit)
        throw new AppError('file_too_large', { limit: `${Math.round(limit / 1024 / 1024)} MB` })
      yield piece
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  } finally {
    packed.destroy()
    stream.destroy()
  }
}

async function dataStart(path: string, entry: Entry): Promise<number> {
  const file = await open(path)
  try {
    const header = await readAt(file, entry.offset, 30)
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged()
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
