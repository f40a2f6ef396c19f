import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Entry {
  readonly name: string
  readonly content: AsyncIterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Sizes follow the content, and names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1980-01-01, the first day that an archive knows: the same content gives the same bytes. */
const date = 0x21
const greatest = 0xffff_ffff

/**
 * A ZIP archive, written as its entries come: nothing is held but one piece.
 * @throws RangeError when an entry or the archive outgrows 4 GB, which this form of archive cannot tell
 */
export async function* zipOf(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const head = localHead(Buffer.from(name))
    yield head
    let [crc, size, packed] = [0, 0, 0]
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const text of content) {
        const piece = Buffer.from(text)
        crc = crc32(piece, crc)
        size += piece.length
        yield piece
      }
    }
    const source = Readable.from(counted())
    const deflate = createDeflateRaw()
    source.on('error', (error) => deflate.destroy(error))
    source.pipe(deflate)
    try {
      for await (const piece of deflate as AsyncIterable<Buffer>) {
        packed += piece.length
        yield piece
      }
    } finally {
      source.destroy()
    }
    if (size > greatest || offset + packed > greatest) throw new RangeError('a workbook beyond 4 GB')
    written.push({ name: Buffer.from(name), crc, packed, size, offset })
    yield sizesAfter(crc, packed, size)
    offset += head.length + packed + 16
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield directoryEnd(written.length, directory.length, offset)
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt16LE(date, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function sizesAfter(crc: number, packed: number, size: number): Buffer {
  const sizes = Buffer.alloc(16)
  sizes.writeUInt32LE(0x08074b50, 0)
  sizes.writeUInt32LE(crc, 4)
  sizes.writeUInt32LE(packed, 8)
  sizes.writeUInt32LE(size, 12)
  return sizes
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(deflated, 10)
  entry.writeUInt16LE(date, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
