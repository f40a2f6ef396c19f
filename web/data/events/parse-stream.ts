/** One event of a stream of server-sent events. */
export interface StreamEvent {
  readonly name: string
  readonly data: string
  /** From where a reader that was cut off goes on. */
  readonly id: string | undefined
}

/** Takes a stream apart as its text arrives, in pieces of any size. */
export function streamParser(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = ''
  return (text) => {
    const blocks = `${rest}${text}`.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = eventOf(block)
      if (event !== undefined) onEvent(event)
    }
  }
}

function eventOf(block: string): StreamEvent | undefined {
  const members: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? []
    if (name !== undefined) members[name] = name in members ? `${members[name]}\n${value}` : value
  }
  const { event: name = 'message', data, id } = members
  return data === undefined ? undefined : { name, data, id }
}
