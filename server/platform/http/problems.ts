import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { databaseFailure } from '#server/platform/database/index.ts'
import { AppError, type ErrorParameters, type Issue, invalidInput, toProblem } from '#shared/errors.ts'
import { negotiateLanguage } from '#shared/language.ts'

export const problemType = 'application/problem+json; charset=utf-8'
const retryAfterSeconds = 5
const mostIssues = 100

/** Answers with the problem document of an error, in the caller's language. Unknown errors are logged, and only they. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toAppError(error, request)
  const answer = known ?? new AppError('internal', { requestId: request.id })
  if (known === undefined) request.log.error({ err: error, url: request.url }, 'a request failed')
  else if (answer.status >= 500)
    request.log.warn({ code: answer.code, reason: messageOf(answer.cause) }, 'a request could not be served')
  if (answer.status >= 503) reply.header('retry-after', retryAfterSeconds)
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
  const failure = databaseFailure(error)
  if (failure !== undefined) return failure
  if (!isFastifyError(error)) return undefined
  if (error.validation)
    return invalidInput(error.validation.slice(0, mostIssues).map((found) => toIssue(found, error)))
  const known = byFastifyCode[error.code]
  if (known !== undefined) return known(request)
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? new AppError('bad_request', { reason: error.message }) : undefined
}

const byFastifyCode: Record<string, (request: FastifyRequest) => AppError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ({ routeOptions }) =>
    new AppError('body_too_large', { limit: megabytes(routeOptions.bodyLimit) }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ({ headers }) =>
    new AppError('unsupported_media_type', { type: headers['content-type'] ?? '' }),
  FST_ERR_NOT_FOUND: ({ method, url }) => routeNotFound(method, url),
}

export const routeNotFound = (method: string, url: string) =>
  new AppError('route_not_found', { method, path: url.split('?', 1)[0] ?? url })

type ValidationResult = NonNullable<FastifyError['validation']>[number]

function toIssue(found: ValidationResult, { validationContext }: FastifyError): Issue {
  const fromQuery = validationContext === 'querystring'
  const member = String(found.params.missingProperty ?? found.params.additionalProperty ?? '')
  const place = member === '' ? found.instancePath : `${found.instancePath}/${member}`
  const path = fromQuery ? place.slice(1) : place
  const row = (fromQuery && byQueryKeyword[found.keyword]) || byKeyword[found.keyword]
  if (row === undefined) return { path, code: 'bad_request', parameters: { reason: found.message ?? '' } }
  return { path, code: row.code, parameters: row.parameters(found.params, path) }
}

interface KeywordRow {
  readonly code: Issue['code']
  readonly parameters: (params: Record<string, unknown>, path: string) => ErrorParameters
}

const lastStep = (path: string) => path.slice(path.lastIndexOf('/') + 1)

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
  format: { code: 'wrong_type', parameters: ({ format }) => ({ expected: String(format) }) },
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

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && ('validation' in error || 'statusCode' in error)

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : undefined)
