import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { AppError } from '#shared/errors.ts'

interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Pushes XML through the handlers and stops after each piece, so that what they gathered can be handed on. */
export async function* parseXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder()
  parser.on('error', (error) => {
    throw new AppError('file_unreadable', { line: 1 }, { cause: error })
  })
  parser.on('doctype', () => {
    throw new AppError('file_unreadable', { line: 1 })
  })
  parser.on('opentag', (tag) => handlers.open?.(localName(tag.name), (tag as SaxesTagPlain).attributes))
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)))
  parser.on('text', (text) => handlers.text?.(text))
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield
  }
  parser.close()
}

export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(pieces, handlers));
}
