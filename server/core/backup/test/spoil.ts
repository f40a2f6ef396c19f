export function changed(bytes: Buffer, position: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[position] = copy[position]! ^ 0xff
  return copy
}

export function changedText(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf('Müller')
  return changed(bytes, at)
}

export const withoutTail = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf('{"parts":') - 5)

/** With a migration in its head that nobody here has heard of. */
export function newer(bytes: Buffer): Buffer {
  const length = bytes.readUInt32BE(1)
  const head = JSON.parse(bytes.toString('utf8', 5, 5 + length))
  head.kith = '9.0.0'
  head.workspaces[0].migrations.push({ name: '999-future.sql', sha256: 'x' })
  const text = Buffer.from(JSON.stringify(head))
  const start = Buffer.from([0x48, 0, 0, 0, 0])
  start.writeUInt32BE(text.length, 1)
  return Buffer.concat([start, text, bytes.subarray(5 + length)])
}
