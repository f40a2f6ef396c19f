import type { ErrorCode } from './errors.ts'
import type { Label } from './language.ts'

export type ErrorParameters = Readonly<Record<string, string | number>>

/** One refused input: `path` is a JSON Pointer into the body, or the name of a query parameter. */
export interface Issue {
  readonly path: string
  readonly code: ErrorCode
  readonly parameters?: ErrorParameters
}

/** What the catalogue says of a code. */
interface Catalogue {
  readonly status: (code: ErrorCode) => number
  readonly message: (code: ErrorCode, parameters: ErrorParameters) => string
}

// A page carries the catalogue of three languages only once it has an error to tell; until then a code is its own text.
let catalogue: Catalogue = { status: () => 500, message: (code) => code }

/** Lends the errors their texts: the catalogue does it when it is loaded. */
export function lendTexts(texts: Catalogue): void {
  catalogue = texts
}

/** A text that a page must have with it: when the server is away, the catalogue cannot be asked for either. */
export const unreachable: Label = {
  'zh-CN': '连不上服务器，检查网络后重试',
  'zh-TW': '連不上伺服器，檢查網路後重試',
  en: 'The server cannot be reached; check the connection and try again',
}

/** What a proxy refuses comes without words of ours: by status, and else. */
export const wordless: { readonly tooLarge: Label; readonly refused: Label } = {
  tooLarge: {
    'zh-CN': '内容太大，服务器没有接收',
    'zh-TW': '內容太大，伺服器沒有接收',
    en: 'This is too large: the server did not take it',
  },
  refused: {
    'zh-CN': '服务器拒绝了请求，没有说明原因',
    'zh-TW': '伺服器拒絕了請求，沒有說明原因',
    en: 'The server refused and gave no reason',
  },
}

/** A refusal with a code of the catalogue. `issues` name each bad input; `details` are further members of the problem document. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly parameters: ErrorParameters
  readonly issues: readonly Issue[]
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    parameters: ErrorParameters = {},
    more: { issues?: readonly Issue[]; details?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(catalogue.message(code, parameters), more.cause === undefined ? {} : { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.parameters = parameters
    this.issues = more.issues ?? []
    this.details = more.details ?? {}
  }

  get status(): number {
    return catalogue.status(this.code)
  }
}
