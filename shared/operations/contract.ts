import type { TSchema } from 'typebox'
import type { Right } from '#shared/access/permissions.ts'
import type { ErrorCode } from '#shared/errors.ts'

/** What the parameters of a request name: an object, and one of its records. */
export interface Named {
  /** The object's key; or the parameter that holds its name, or the id of a pool of its records. */
  readonly object: string | { readonly name: string } | { readonly pool: string }
  /** The parameter that holds the record's id. */
  readonly record?: string
}

/**
 * One operation, declared once: its REST route, its OpenAPI entry, its MCP tool and the typed call of the web app are made
 * from this. Schemas are JSON Schema (TypeBox); what they do not name is refused.
 */
export interface Contract {
  /** Dotted, as `lead.convert`; the `operationId`. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, parameters as `:id`. */
  readonly path: string
  /** One line of English for the API's readers. */
  readonly summary: string
  /** Group in the API's documentation. */
  readonly tag: string
  readonly params?: TSchema
  /** By this the audit log tells what was refused. A parameter `object` names an object without being named here. */
  readonly names?: Named
  readonly query?: TSchema
  readonly body?: TSchema
  /** Media type of the body; JSON. */
  readonly consumes?: 'multipart/form-data' | 'application/x-www-form-urlencoded'
  /** Most bytes of a JSON body, where it may be larger than usual. */
  readonly largestBody?: number
  /** HTTP status of success; 200. */
  readonly status?: number
  /** Schema of the answer; the name of a shape that depends on the workspace's metadata for record verbs. */
  readonly answer?: TSchema
  /** Media types of an answer that is no JSON. */
  readonly produces?: readonly string[]
  readonly errors?: readonly ErrorCode[]
  /**
   * Who may call it: members unless told otherwise, or those who have a right. Rows and fields have their own rules behind
   * the doors.
   */
  readonly permission?: 'anyone' | 'member' | Right
  /**
   * Whether the person must have proved who they are within the last ten minutes (`proof_required`); the web app then asks
   * and repeats the request. An API key cannot prove that: it is refused with `not_permitted`.
   */
  readonly recentProof?: true
}

/** Bytes of a body that names or holds many records. */
export const batchBytes = 32 * 1024 * 1024

export const contract = <const C extends Contract>(declared: C): C => declared
