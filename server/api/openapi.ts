import { errorCatalogue } from '#shared/errors.ts'
import { fieldTypes } from '#shared/fields/index.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Contract } from '#shared/operations/contract.ts'

type Schema = Readonly<Record<string, unknown>>

/**
 * The contract of one workspace as OpenAPI 3.1: every operation, with the record verbs once for each object. Names are those
 * of the API; what people call things is in the reader's language.
 */
export function openApiDocument(
  contracts: readonly Contract[],
  catalogue: Catalogue,
  address: string,
  language: Language,
): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const contract of contracts) {
    for (const object of isPerObject(contract) ? catalogue.objects : [undefined]) {
      const path = pathOf(contract, object)
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: entryOf(contract, object) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kith',
      version: String(catalogue.version),
      description:
        'Records, metadata, changes and settings of this workspace. Filters are written in Kith’s expression language.',
    },
    servers: [{ url: `${address}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    tags: [
      ...[...new Set(contracts.filter((one) => !isPerObject(one)).map(({ tag }) => tag))].map((name) => ({
        name,
      })),
      ...catalogue.objects.map(({ name, label }) => ({ name, 'x-displayName': label[language] })),
    ],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
        session: { type: 'apiKey', in: 'cookie', name: 'kith.session_token' },
      },
      schemas: {
        ...Object.fromEntries(catalogue.objects.flatMap((object) => schemasOf(object, language))),
        'Kith.Problem': problemSchema,
      },
    },
  }
}

const isPerObject = ({ path }: Contract): boolean => path.startsWith('/records/:object')

const pathOf = ({ path }: Contract, object: CatalogueObject | undefined): string =>
  path.replace(':object', object?.name ?? '{object}').replace(/:(\w+)/g, '{$1}')

function entryOf(contract: Contract, object: CatalogueObject | undefined): Schema {
  const { name, summary, tag, status = 200, query, body, params, errors = [], permission } = contract
  const { consumes = json, produces = [json] } = contract
  const placed = propertiesOf(params).filter(([member]) => object === undefined || member !== 'object')
  const parameters = [
    ...placed.map(([member, schema]) => ({ name: member, in: 'path', required: true, schema })),
    ...propertiesOf(query).map(([member, schema]) => ({
      name: member,
      in: 'query',
      required: requiredIn(query).includes(member),
      schema,
    })),
    ...(name === 'record.create' ? [header('Idempotency-Key', 'Makes a retry safe for 24 hours.')] : []),
    ...(withVersion.has(name) ? [header('If-Match', 'The version that it must have.')] : []),
  ]
  const answered = object === undefined ? contract.answer : answerSchema(name, object)
  return {
    operationId: object === undefined ? name : `${name}.${object.name}`,
    tags: [object === undefined ? tag : object.name],
    summary,
    ...(permission === 'anyone' && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: { [consumes]: { schema: object ? bodySchema(name, object, body) : body } },
      },
    }),
    responses: {
      [status]: {
        description: 'Done',
        ...(status !== 204 && {
          content: Object.fromEntries(
            produces.map((type) => [type, type === json ? { schema: answered ?? {} } : {}]),
          ),
        }),
      },
      ...problems(errors),
    },
  }
}

/** Operations that refuse a stale version. */
const withVersion: ReadonlySet<string> = new Set(['record.update', 'view.update'])

const json = 'application/json'

const header = (name: string, description: string): Schema => ({
  name,
  in: 'header',
  schema: { type: 'string' },
  description,
})

function problems(codes: NonNullable<Contract['errors']>): Record<string, Schema> {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const { status } = errorCatalogue[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Kith.Problem' } } }
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, list]) => [status, { description: list.join(', '), content }]),
    ),
    default: { description: 'A problem document', content },
  }
}

const propertiesOf = (schema: unknown): [string, Schema][] =>
  Object.entries((schema as { properties?: Record<string, Schema> } | undefined)?.properties ?? {})
const requiredIn = (schema: unknown): readonly string[] =>
  (schema as { required?: string[] } | undefined)?.required ?? []

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
// Names of objects have no dots, so that none can be taken for another's input or for what is Kith's own.
const inputName = ({ name }: CatalogueObject): string => `${capital(name)}.Input`
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const wrapped = (data: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties: { data, ...more },
  required: ['data'],
})

function answerSchema(name: string, object: CatalogueObject): Schema {
  const record = reference(capital(object.name))
  switch (name) {
    case 'record.list':
      return wrapped(listOf(record), { nextCursor: { type: ['string', 'null'] }, count: { type: 'integer' } })
    case 'record.create':
    case 'record.upsert':
      return wrapped({ oneOf: [record, listOf(record)] })
    case 'record.updateMany':
      return wrapped(listOf(record))
    case 'record.changes':
    case 'record.timeline':
      return wrapped(listOf({ type: 'object' }), { nextCursor: { type: ['string', 'null'] } })
    case 'record.aggregate':
      return wrapped(listOf({ type: 'object' }))
    default:
      return wrapped(record)
  }
}

function bodySchema(name: string, object: CatalogueObject, declared: unknown): unknown {
  const input = reference(inputName(object))
  if (name === 'record.create' || name === 'record.upsert') return { oneOf: [input, listOf(input)] }
  if (name === 'record.update') return input
  if (name === 'record.updateMany') return listOf({ allOf: [input, { required: ['id'] }] })
  return declared
}

function schemasOf(object: CatalogueObject, language: Language): [string, Schema][] {
  const id = { type: 'string', format: 'uuid' }
  const described = (field: Field): [string, Schema] => [
    field.wire,
    {
      ...wireSchema(field),
      title: field.label[language],
      ...(field.help && { description: field.help[language] }),
    },
  ]
  const writable = object.fields.filter((field) => field.writable)
  const required = object.fields.filter((field) => field.required === true && field.default === undefined)
  return [
    [
      capital(object.name),
      {
        type: 'object',
        title: object.label[language],
        properties: { id, ...Object.fromEntries(object.fields.map(described)) },
      },
    ],
    [
      inputName(object),
      {
        type: 'object',
        additionalProperties: false,
        properties: { id, ...Object.fromEntries(writable.map(described)) },
        ...(required.length > 0 && {
          description: `To create one: ${required.map(({ wire }) => wire).join(', ')}.`,
        }),
      },
    ],
  ]
}

const wireSchema = (field: Field): object => fieldTypes[field.type].schema(field)

const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457 problem document; `code` is stable, texts are in the caller’s language.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(errorCatalogue) },
    detail: { type: 'string' },
    errors: listOf({
      type: 'object',
      properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
    }),
  },
  required: ['type', 'title', 'status', 'code'],
}
