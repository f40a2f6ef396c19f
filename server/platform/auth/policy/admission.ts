import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { ProofMethod } from '../events.ts'

/** The roles of a member of a workspace, by id. */
export type RolesOf = (workspaceId: string, userId: string) => Promise<readonly string[]>

/** Ways in that begin with a password, whatever follows it. */
export const waysByPassword: readonly string[] = ['password', 'totp', 'recoveryCode'] satisfies ProofMethod[]
/** Ways in that are two factors by themselves. */
const twoFactors: ReadonlySet<string> = new Set<ProofMethod>(['passkey', 'totp', 'recoveryCode'])

/** Sessions from before ways in were kept count as theirs. */
export const beginsWithPassword = (method: string | null): boolean =>
  method === null || waysByPassword.includes(method)

/** What a session is, for the policy of the workspace that it opens. Times in milliseconds since 1970. */
export interface SessionFacts {
  readonly workspaceId: string
  readonly userId: string
  readonly method: string | null
  /** The identity provider that opened it: second factors are its business. */
  readonly providerId: string | null
  /** Whether a second factor was shown since it was opened. */
  readonly secondFactor: boolean
  /** Whether its person has one. */
  readonly hasFactor: boolean
  readonly createdAt: number
  readonly seenAt: number
  readonly expiresAt: number
}

export interface Admission {
  readonly expiresAt: number
  /** A second factor is missing: nothing is open but showing one, or setting one up. */
  readonly restricted: boolean
}

/** Whether a session opens its workspace, until when and how far; undefined: it does not, or no longer. */
export async function admission(
  session: SessionFacts,
  policy: SignInPolicy,
  rolesOf: RolesOf,
  now = Date.now(),
): Promise<Admission | undefined> {
  const own = session.providerId === null
  if (own && !policy.password && beginsWithPassword(session.method)) return undefined
  const { idleMinutes, absoluteHours } = policy
  const expiresAt = Math.min(
    session.expiresAt,
    idleMinutes === null ? Number.POSITIVE_INFINITY : session.seenAt + idleMinutes * 60_000,
    absoluteHours === null ? Number.POSITIVE_INFINITY : session.createdAt + absoluteHours * 3_600_000,
  )
  if (expiresAt <= now) return undefined
  const shown = session.hasFactor && (session.secondFactor || twoFactors.has(session.method ?? ''))
  return { expiresAt, restricted: own && !shown && (await demanded(session, policy, rolesOf)) }
}

async function demanded(
  { workspaceId, userId }: SessionFacts,
  { secondFactor }: SignInPolicy,
  rolesOf: RolesOf,
): Promise<boolean> {
  if (typeof secondFactor === 'string') return secondFactor === 'everybody'
  const borne = await rolesOf(workspaceId, userId)
  return secondFactor.roles.some((id) => borne.includes(id))
}
