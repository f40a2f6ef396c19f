import type { Contract } from '#shared/operations/contract.ts'
import type { Context } from './context.ts'

/** What a caller gave, checked against the contract's schemas. */
export interface Input {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Version of an If-Match header. */
  readonly ifMatch?: number | undefined
  readonly idempotencyKey?: string | undefined
  /** `return=minimal` of a Prefer header: ids will do. */
  readonly minimal?: boolean
}

/** JSON that PostgreSQL built: passed on as it is. */
export class JsonText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** An answer whose status is not the contract's. */
export class WithStatus {
  readonly status: number
  readonly value: unknown
  constructor(status: number, value: unknown) {
    this.status = status
    this.value = value
  }
}

/** A contract with what carries it out. Handlers give a value to print as JSON, JsonText, or undefined for 204. */
export interface Operation {
  readonly contract: Contract
  readonly run: (cx: Context, input: Input) => Promise<unknown>
}

export const operation = (contract: Contract, run: Operation['run']): Operation => ({ contract, run })

/** An answer with headers of its own. */
export class WithHeaders {
  readonly headers: Readonly<Record<string, string>>
  readonly value: unknown
  constructor(headers: Readonly<Record<string, string>>, value: unknown) {
    this.headers = headers
    this.value = value
  }
}
