import type { Client, TestServer } from './server.ts'

export interface StreamEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

/** Server-sent events as they come; `next` gives the first that meets the condition, the others are passed over. */
export async function listenAs(server: TestServer, client: Client, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const answer = await fetch(`${server.address}/api/v1/events`, {
    headers: { ...client.headers, ...headers },
    signal: abort.signal,
  })
  const seen: StreamEvent[] = []
  const reading = read(answer)
  return {
    answer,
    seen,
    async next(wanted: (event: StreamEvent) => boolean): Promise<StreamEvent> {
      for (;;) {
        const { value, done } = await reading.next()
        if (done || value === undefined) throw new Error('the stream ended')
        seen.push(value)
        if (wanted(value)) return value
      }
    },
    close: () => abort.abort(),
  }
}

async function* read(answer: Response): AsyncGenerator<StreamEvent> {
  let text = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const memberOf = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const [event, data] = [memberOf('event'), memberOf('data')]
      if (event !== undefined && data !== undefined)
        yield { event, id: memberOf('id'), data: JSON.parse(data) }
    }
  }
}
