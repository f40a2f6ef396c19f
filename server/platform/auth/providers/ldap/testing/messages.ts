import { type BerReader, BerWriter } from 'ldapts'
import type { TestEntry } from './test-directory.ts'

/** An answer that ends a request. */
export function resultMessage(id: number, tag: number, code: number): Buffer {
  return message(id, tag, (writer) => {
    writer.writeEnumeration(code)
    writer.writeString('')
    writer.writeString('')
  })
}

export function entryMessage(id: number, { dn, attributes }: TestEntry): Buffer {
  return message(id, 0x64, (writer) => {
    writer.writeString(dn)
    writer.startSequence()
    for (const [name, values] of Object.entries(attributes)) {
      writer.startSequence()
      writer.writeString(name)
      writer.startSequence(0x31)
      for (const value of values) writer.writeString(value)
      writer.endSequence()
      writer.endSequence()
    }
    writer.endSequence()
  })
}

function message(id: number, tag: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter()
  writer.startSequence()
  writer.writeInt(id)
  writer.startSequence(tag)
  write(writer)
  writer.endSequence()
  writer.endSequence()
  return writer.buffer
}

interface ReadFilter {
  readonly text: string
  readonly matches: (entry: TestEntry) => boolean
}

const joined = {
  160: { sign: '&', all: true },
  161: { sign: '|', all: false },
} as const

/** And, or, equality and presence: what the adapter asks by. */
export function readFilter(reader: BerReader): ReadFilter {
  const tag = reader.peek() ?? 0
  if (tag === 0x87) {
    const name = reader.readString(0x87) ?? ''
    return { text: `(${name}=*)`, matches: (entry) => valuesOf(entry, name).length > 0 }
  }
  reader.readSequence()
  if (tag === 0xa3) {
    const name = reader.readString() ?? ''
    const value = reader.readString() ?? ''
    const matches = (entry: TestEntry) =>
      valuesOf(entry, name).some((one) => one.toLowerCase() === value.toLowerCase())
    return { text: `(${name}=${value})`, matches }
  }
  if (tag !== 160 && tag !== 161) throw new Error(`a filter of type ${tag}`)
  const end = reader.offset + reader.length
  const parts: ReadFilter[] = []
  while (reader.offset < end) parts.push(readFilter(reader))
  const { sign, all } = joined[tag]
  return {
    text: `(${sign}${parts.map(({ text }) => text).join('')})`,
    matches: (entry) =>
      all ? parts.every((one) => one.matches(entry)) : parts.some((one) => one.matches(entry)),
  }
}

const valuesOf = ({ attributes }: TestEntry, name: string): readonly string[] =>
  Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? []
