import type { Pool } from 'pg'
import type { Outbound } from '#server/platform/outbound/index.ts'
import { createSealing, type KeyRing } from '#server/platform/sealing/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Tell } from '../events.ts'
import type { Exclusive } from '../exclusive.ts'
import type { OpenSession } from '../open-session.ts'
import type { KeepWayIn } from '../policy/keep-way-in.ts'
import type { SentFrom } from '../same-origin.ts'
import type { SignInLimit } from '../sign-in-limit.ts'
import type { Tickets } from '../tickets.ts'
import { createAdmit } from './admit.ts'
import { createFormAnswers } from './form-answer.ts'
import { createProviderKinds } from './kinds.ts'
import type { ProviderChoice } from './provider.ts'
import { createProviderSignIn, type ProviderSignIn } from './provider-sign-in.ts'
import { createProviderStore, type ProviderStore } from './provider-store.ts'
import { providerSealing } from './secret-config.ts'
import { createVisits } from './visit.ts'

export interface Providers
  extends ProviderSignIn,
    Omit<ProviderStore, 'choicesOf' | 'noteTrial' | 'noteUse'> {
  /**
   * What the page of signing in shows: of the workspace with that slug, or of the only one there is.
   * @returns elsewhere: nothing was asked of several workspaces, and some have providers
   */
  providerChoices(slug?: string): Promise<{ data: ProviderChoice[]; elsewhere: boolean }>
  /** Providers send browsers back to KITH_URL, where the cookie of another address is not. @throws AppError provider_elsewhere */
  requireOwnAddress(headers: SentFrom): void
}

interface Parts {
  readonly pool: Pool
  readonly keepWayIn: KeepWayIn
  readonly ring: KeyRing
  readonly publicUrl: string
  readonly outbound: Outbound
  readonly exclusive: Exclusive
  readonly tickets: Tickets
  readonly limit: SignInLimit
  readonly openSession: OpenSession
  readonly sessionEnded: (sessionId: string) => void
  readonly tell: Tell
}

export function createProviders(parts: Parts): Providers {
  const { pool, ring, publicUrl, outbound, exclusive, tickets } = parts
  const base = publicUrl.replace(/\/$/, '')
  const { host, protocol } = new URL(publicUrl)
  const address = (id: string, page: 'callback' | 'metadata') => `${base}/api/v1/auth/providers/${id}/${page}`
  const kinds = createProviderKinds({ outbound })
  const store = createProviderStore({
    ...{ pool, keepWayIn: parts.keepWayIn, kinds, address, sessionEnded: parts.sessionEnded },
    sealing: providerSealing(ring),
  })
  const underway = createSealing(ring, 'visits at identity providers')
  const { choicesOf, noteTrial: _, noteUse: __, ...kept } = store
  return {
    ...kept,
    ...createProviderSignIn({
      ...{ pool, store, tickets, address },
      ...{ limit: parts.limit, openSession: parts.openSession, tell: parts.tell },
      visits: createVisits(tickets, underway, protocol === 'https:'),
      forms: createFormAnswers(tickets, underway),
      admit: createAdmit(pool, exclusive),
    }),
    async providerChoices(slug) {
      const { rows } = await pool.query<{ id: string }>(
        slug === undefined
          ? 'select id from kith.workspace limit 2'
          : 'select id from kith.workspace where slug = $1',
        slug === undefined ? [] : [slug],
      )
      const [workspace, another] = rows
      if (workspace !== undefined && another === undefined)
        return { data: await choicesOf(workspace.id), elsewhere: false }
      const { rowCount } = await pool.query('select from kith.identity_provider where enabled limit 1')
      return { data: [], elsewhere: slug === undefined && rowCount === 1 }
    },
    requireOwnAddress(headers) {
      if (headers.host !== undefined && headers.host.toLowerCase() !== host)
        throw new AppError('provider_elsewhere', { address: publicUrl })
    },
  }
}
