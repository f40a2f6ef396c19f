import { createHash } from 'node:crypto'
import { type FrameKind, frameKinds, type Head, type Part, type PartSum, type Tail } from './archive.ts'

/** One part and where its data come from; `rows` is asked once they have all been read. */
export interface Source {
  readonly part: Part
  open(): Promise<AsyncIterable<Buffer> & { readonly rowCount?: number | null }>
}

const dataFrame = 64 * 1024

/** The frames of an archive, made as they are asked for. `onPart` hears of each part that is through. */
export async function* archiveOf(
  head: Head,
  sources: AsyncIterable<Source>,
  onPart: (part: Part, sum: PartSum) => void,
): AsyncGenerator<Buffer> {
  yield jsonFrame(frameKinds.head, head)
  const sums = createHash('sha256')
  let parts = 0
  for await (const source of sources) {
    yield jsonFrame(frameKinds.part, source.part)
    const sum = yield* dataOf(source)
    yield jsonFrame(frameKinds.end, sum)
    sums.update(sum.sha256)
    parts += 1
    onPart(source.part, sum)
  }
  yield jsonFrame(frameKinds.tail, { parts, sha256: sums.digest('hex') } satisfies Tail)
}

async function* dataOf({ part, open }: Source): AsyncGenerator<Buffer, PartSum> {
  const digest = createHash('sha256')
  let bytes = 0
  const stream = await open()
  for await (const piece of gathered(stream)) {
    digest.update(piece)
    bytes += piece.length
    yield frame(frameKinds.data, piece)
  }
  const sum = { bytes, sha256: digest.digest('hex') }
  return part.kind === 'file' ? sum : { ...sum, rows: stream.rowCount ?? 0 }
}

/** COPY sends row by row: rows are put together until a frame is worth its head. */
async function* gathered(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for await (const piece of stream) {
    pieces.push(piece)
    length += piece.length
    if (length < dataFrame) continue
    yield Buffer.concat(pieces)
    pieces = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(pieces)
}

const jsonFrame = (kind: FrameKind, value: unknown): Buffer => frame(kind, Buffer.from(JSON.stringify(value)))

function frame(kind: FrameKind, content: Buffer): Buffer {
  const start = Buffer.alloc(5)
  start.write(kind, 0, 'latin1')
  start.writeUInt32BE(content.length, 1)
  return Buffer.concat([start, content])
}
