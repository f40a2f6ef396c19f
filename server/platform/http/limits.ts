const second = 1_000
const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** How long the server waits for whom, in milliseconds. */
export interface Patience {
  /** For all headers of a request, from the first byte of a connection on. */
  readonly headers: number
  /** For a whole request, its body included; what counts before is `leastPace`. */
  readonly request: number
  /** For the next request of a connection: longer than the proxies before us wait, so that they close first. */
  readonly nextRequest: number
  readonly handshake: number
  /** How often connections are looked at for being late. */
  readonly between: number
  /** A body may come as slowly as it likes for so long. */
  readonly slowBody: number
}

export const usualPatience: Patience = {
  headers: 20 * second,
  request: 3600 * second,
  nextRequest: 72 * second,
  handshake: 20 * second,
  between: 5 * second,
  slowBody: 60 * second,
}

/** Bytes per second that a body must come at, on average: a poor telephone line does, a held-open request does not. */
export const leastPace = 4 * kilobyte

export const mostHeaderBytes = 16 * kilobyte

/** Parameters of one query. */
export const mostParameters = 100

/** Bytes of a JSON body. Strangers have little to say; who needs more than most says so in the contract. */
export const largestBody = { ofStrangers: 64 * kilobyte, usual: 2 * megabyte } as const
