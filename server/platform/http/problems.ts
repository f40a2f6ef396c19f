import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { databaseFailure } from '#server/platform/database/index.ts'
import { AppError, type ErrorParameters, type Issue, invalidInput, toProblem } from '#shared/errors.ts'
import { negotiateLanguage } from '#shared/language.ts'

export const problemType = 'application/problem+json; charset=utf-8'
const retryAfterSeconds = 5
const mostIssues = 100

const answered = new WeakMap<FastifyRequest, AppError>()

/** The error with which a request was answered, for hooks that come after. */
export const problemOf = (request: FastifyRequest): AppError | undefined => answered.get(request)

/** Answers with the problem document of an error, in the caller's language. Unknown errors are logged, and only they. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toAppError(error, request)
  const answer = known ?? new AppError('internal', { requestId: request.id })
  if (known === undefined) {
    // Without the query: a filter may name a value that is kept encrypted.
    const [url] = request.url.split('?')
    request.log.error({ reqId: request.id, err: error, url }, 'a request failed')
  } else if (answer.status >= 500)
    request.log.warn(
      { reqId: request.id, code: answer.code, reason: messageOf(answer.cause) },
      'a request could not be served',
    )
  if (answer.status >= 503) reply.header('retry-after', retryAfterSeconds)
  answered.set(request, answer)
  const language = negotiateLanguage(request.headers['accept-language'])
  reply
    .code(answer.status)
    .header('content-type', problemType)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({ ...toProblem(answer, language), requestId: request.id })
}

function toAppError(error: unknown, request: FastifyRequest): AppError | undefined {
  if (error instanceof AppError) return error
  // The request itself broke off: its socket's failure is not the database's.
  if (error === request.raw.errored) return new AppError('bad_request', { reason: messageOf(error) ?? '' })
  const failure = databaseFailure(error)
  if (failure !== undefined) return failure
  if (!isFastifyError(error)) return undefined
  if (error.validation)
    return invalidInput(
      withoutBranches(error.validation)
        .slice(0, mostIssues)
        .map((found) => toIssue(found, error)),
    )
  const known = byFastifyCode[error.code]
  if (known !== undefined) return known(request)
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? new AppError('bad_request', { reason: error.message }) : undefined
}

const byFastifyCode: Record<string, (request: FastifyRequest) => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions }) =>
    new AppError('body_too_large', { limit: sizeText(routeOptions.bodyLimit) }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
    new AppError('unsupported_media_type', { type: headers['content-type'] ?? '' }),
  FST_ERR_NOT_FOUND: ({ method, url }) => routeNotFound(method, url),
}

export const routeNotFound = (method: string, url: string) =>
  new AppError('route_not_found', { method, path: url.split('?', 1)[0] ?? url })

type ValidationResult = NonNullable<FastifyError['validation']>[number]

/**
 * Of a choice of schemas Ajv tells what each one misses. What lies deeper says more than the choice itself; where nothing
 * does, the choice stands for all of them, with what they expect.
 */
function withoutBranches(found: readonly ValidationResult[]): ValidationResult[] {
  return found
    .filter(({ keyword }) => keyword === 'anyOf')
    .reduce<ValidationResult[]>(
      (left, choice) => {
        const isBranch = (other: ValidationResult): boolean =>
          other.schemaPath.startsWith(`${choice.schemaPath}/`) &&
          other.instancePath.startsWith(choice.instancePath)
        const deeper = left.filter((one) => isBranch(one) && one.instancePath !== choice.instancePath)
        const expected = left.filter((one) => isBranch(one)).map(expectationOf)
        const told = deeper.length > 0 ? deeper : [{ ...choice, params: { expected } }]
        return [...left.filter((one) => one !== choice && !isBranch(one)), ...told]
      },
      [...found],
    )
}

const expectationOf = ({ params, message }: ValidationResult): unknown =>
  params.allowedValue ?? params.type ?? params.format ?? params.pattern ?? message

function toIssue(found: ValidationResult, { validationContext }: FastifyError): Issue {
  const fromQuery = validationContext === 'querystring'
  const member = String(found.params.missingProperty ?? found.params.additionalProperty ?? '')
  const place = member === '' ? found.instancePath : `${found.instancePath}/${member}`
  const path = fromQuery ? place.slice(1) : place
  const form = found.keyword === 'format' ? codeOfFormat[String(found.params.format)] : undefined
  if (form !== undefined) return { path, code: form }
  const row = (fromQuery && byQueryKeyword[found.keyword]) || byKeyword[found.keyword]
  if (row === undefined) return { path, code: 'bad_request', parameters: { reason: found.message ?? '' } }
  return { path, code: row.code, parameters: row.parameters(found.params, path) }
}

interface KeywordRow {
  readonly code: Issue['code']
  readonly parameters: (params: Record<string, unknown>, path: string) => ErrorParameters
}

const lastStep = (path: string) => path.slice(path.lastIndexOf('/') + 1)

const outOfRange: KeywordRow = {
  code: 'number_out_of_range',
  parameters: ({ comparison, limit }) => {
    const bound = Number(limit)
    return String(comparison).startsWith('>') ? { least: bound, most: '∞' } : { least: '−∞', most: bound }
  },
}

/** Texts with a form of their own have a refusal of their own. */
const codeOfFormat: Readonly<Record<string, Issue['code']>> = {
  uuid: 'invalid_id',
  date: 'invalid_date',
  'date-time': 'invalid_date_time',
}

const byKeyword: Record<string, KeywordRow> = {
  required: { code: 'required', parameters: (_, path) => ({ label: lastStep(path) }) },
  additionalProperties: {
    code: 'member_not_allowed',
    parameters: (_, path) => ({ member: lastStep(path) }),
  },
  type: { code: 'wrong_type', parameters: ({ type }) => ({ expected: String(type) }) },
  enum: { code: 'wrong_type', parameters: ({ allowedValues }) => ({ expected: listOf(allowedValues) }) },
  const: {
    code: 'wrong_type',
    parameters: ({ allowedValue }) => ({ expected: JSON.stringify(allowedValue) }),
  },
  anyOf: { code: 'wrong_type', parameters: ({ expected }) => ({ expected: alternatives(expected) }) },
  minItems: { code: 'batch_empty', parameters: () => ({}) },
  pattern: { code: 'wrong_type', parameters: ({ pattern }) => ({ expected: String(pattern) }) },
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  maxLength: { code: 'text_too_long', parameters: ({ limit }) => ({ most: Number(limit) }) },
  maxItems: { code: 'too_many_values', parameters: ({ limit }) => ({ most: Number(limit) }) },
}

const byQueryKeyword: Record<string, KeywordRow> = {
  additionalProperties: {
    code: 'unknown_parameter',
    parameters: (_, path) => ({ name: path, suggestion: '' }),
  },
}

const listOf = (values: unknown) =>
  Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(' | ') : ''

const alternatives = (values: unknown) =>
  Array.isArray(values) ? [...new Set(values.map(String))].join(' | ') : ''

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / 1024 / 1024)} MB`

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && ('validation' in error || 'statusCode' in error)

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : undefined)
