import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifySchemaCompiler } from 'fastify'

const strict = { coerceTypes: false, removeAdditional: false, useDefaults: true, allErrors: true } as const

/**
 * Checks requests against their schemas. Bodies are taken as they are or refused; a query is text, so that its numbers
 * and booleans have to be read out of it.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<unknown> {
  const factory = AjvCompiler()
  const exact = factory({}, { customOptions: strict })
  const coercing = factory({}, { customOptions: { ...strict, coerceTypes: 'array' } })
  return (route) => (route.httpPart === 'querystring' ? coercing(route) : exact(route))
}
