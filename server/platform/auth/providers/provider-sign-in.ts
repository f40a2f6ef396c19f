import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import type { Client } from '../authority.ts'
import type { Tell } from '../events.ts'
import type { OpenSession } from '../open-session.ts'
import type { AuthHooks } from '../routes/hooks.ts'
import type { SignInLimit } from '../sign-in-limit.ts'
import type { Tickets } from '../tickets.ts'
import type { Admit } from './admit.ts'
import { findMember } from './find-member.ts'
import type { FormAnswers, FormResult } from './form-answer.ts'
import type { Provider } from './provider.ts'
import type { Answer, OutsidePerson } from './provider-kind.ts'
import type { ProviderStore } from './provider-store.ts'
import { ProviderRefusal, reasonOf } from './refusal.ts'
import { placeOf, type Visit, type VisitPurpose, type Visits } from './visit.ts'

/** Who asks from where. */
interface Asking {
  readonly client: Client
  /** The request's Cookie header. */
  readonly cookie: string | undefined
}

interface Beginning extends Asking {
  readonly providerId: string
  readonly purpose: VisitPurpose
  /** A path of Kith's own; where it is anything else, the first page. */
  readonly returnTo: string
  readonly sessionId: string | null
}

/** Where the browser goes next. */
export interface Onward {
  readonly location: string
  /** Set-Cookie headers. */
  readonly cookies: string[]
}

interface CameBack extends Asking {
  readonly providerId: string
  /** Parameters of the address or of the form; undefined where one is there twice. */
  readonly answer: Answer | undefined
  readonly createMember: AuthHooks['createMember']
}

export interface ProviderSignIn {
  /** @returns an address of the provider @throws AppError sign_in_failed, too_many_requests */
  beginVisit(beginning: Beginning): Promise<{ readonly address: string; readonly cookies: string[] }>
  /** A browser came back by an address. Whatever failed, it is told one thing. @throws AppError too_many_requests */
  endVisit(back: CameBack): Promise<Onward>
  /** A browser came back by a form. */
  receiveForm(back: Omit<CameBack, 'createMember'>): Promise<Onward>
  /** Name and password that the provider knows. @returns Set-Cookie headers @throws AppError sign_in_failed, too_many_requests */
  signInByProviderPassword(
    asking: Asking & {
      readonly providerId: string
      readonly identifier: string
      readonly password: string
      readonly createMember: AuthHooks['createMember']
    },
  ): Promise<string[]>
  /** XML for the provider's administrator; undefined where its kind has none. */
  metadataOf(providerId: string): Promise<string | undefined>
}

interface Parts {
  readonly pool: Pool
  readonly store: ProviderStore
  readonly visits: Visits
  readonly forms: FormAnswers
  readonly tickets: Tickets
  readonly admit: Admit
  readonly limit: SignInLimit
  readonly openSession: OpenSession
  readonly tell: Tell
  readonly address: (id: string, page: 'callback' | 'metadata') => string
}

/** Pages of the web app. */
const pages = {
  failed: '/sign-in?failed=provider',
  proved: '/sign-in/confirmed',
  notProved: '/sign-in/confirmed?failed=provider',
  tried: (id: string) => `/settings/single-sign-on?tried=${id}`,
} as const

/** Parameter of the callback's address in which a form's answer is handed over. */
const handed = 'handed'

/** Milliseconds since somebody signed in at the provider, where that shall have happened just now; a minute of them for clocks. */
const fresh = 180_000

/** That a provider was asked to let them sign in anew is no proof that it did. */
function requireSignedInNow(at: number | null): void {
  if (at === null || Math.abs(Date.now() - at) > fresh) throw new ProviderRefusal('not_proved_anew')
}

export function createProviderSignIn(parts: Parts): ProviderSignIn {
  const { pool, store, visits, forms, tickets, admit, limit, openSession, tell } = parts

  const placeOfForm = (id: string) => ({
    callbackUrl: parts.address(id, 'callback'),
    metadataUrl: parts.address(id, 'metadata'),
  })

  /** Tells why, to the audit log of the provider's workspace. */
  const failed = async (
    provider: Provider | undefined,
    error: unknown,
    client: Client,
    identifier?: string,
  ): Promise<void> =>
    tell({
      kind: 'signInFailed',
      method: 'provider',
      reason: reasonOf(error),
      client,
      ...(identifier !== undefined && { identifier }),
      ...(provider && { workspaceId: provider.workspaceId, provider: provider.name }),
    })

  const counting = async <T>(provider: Provider | undefined, client: Client, work: () => Promise<T>) => {
    await limit.begin({ address: client.address }).catch(async (refusal: unknown) => {
      await failed(provider, new ProviderRefusal('too_many_attempts'), client)
      throw refusal
    })
    return work()
  }

  const signIn = async (
    provider: Provider,
    person: OutsidePerson,
    { client, cookie, createMember }: Asking & Pick<CameBack, 'createMember'>,
  ): Promise<string[]> => {
    const { accountId, how } = await admit(provider, person, createMember)
    const happening = { accountId, method: 'provider', client, workspaceId: provider.workspaceId } as const
    if (how !== 'known') await tell({ ...happening, kind: 'identityLinked', provider: provider.name })
    const cookies = await openSession({
      accountId,
      method: 'provider',
      client,
      former: cookie,
      bound: { workspaceId: provider.workspaceId, providerId: provider.id, provider: provider.name },
    })
    await store.noteUse(provider, person.subject)
    await limit.succeed({ address: client.address })
    return cookies
  }

  const prove = async (
    provider: Provider,
    person: OutsidePerson,
    { sessionId }: Visit,
    client: Client,
  ): Promise<void> => {
    const found = await findMember(pool, provider, person)
    const { rowCount } = await pool.query(
      `update kith.session set proved_at = now()
       where id = $1 and provider_id = $2 and account_id = $3 and expires_at > now()`,
      [sessionId, provider.id, found.how === 'new' ? null : found.accountId],
    )
    if (rowCount !== 1) throw new ProviderRefusal('proof_of_another_account')
    await limit.succeed({ address: client.address })
  }

  const tried = async (provider: Provider, person: OutsidePerson): Promise<void> => {
    const at = new Date().toISOString()
    try {
      const { how } = await findMember(pool, provider, person)
      await store.noteTrial(provider, {
        at,
        person,
        reason: null,
        outcome: how === 'new' ? 'newMember' : 'member',
      })
    } catch (error) {
      await store.noteTrial(provider, { at, person, reason: reasonOf(error), outcome: 'refused' })
    }
  }

  /** What was visited for, once it is known who came. */
  const conclude = async (
    provider: Provider,
    visit: Visit,
    person: OutsidePerson,
    back: CameBack,
  ): Promise<Onward> => {
    const cookies = visits.end(visit)
    if (visit.purpose === 'trial') {
      await tried(provider, person)
      return { location: pages.tried(provider.id), cookies }
    }
    if (visit.purpose === 'proof') {
      await prove(provider, person, visit, back.client)
      return { location: pages.proved, cookies }
    }
    return { location: visit.returnTo, cookies: [...cookies, ...(await signIn(provider, person, back))] }
  }

  const turnedAway = async (
    provider: Provider | undefined,
    visit: Visit | undefined,
    error: unknown,
    client: Client,
    identifier?: string,
  ): Promise<Onward> => {
    const cookies = visit === undefined ? [] : visits.end(visit)
    if (visit?.purpose === 'trial' && provider !== undefined) {
      const at = new Date().toISOString()
      await store.noteTrial(provider, { at, person: null, reason: reasonOf(error), outcome: null })
      return { location: pages.tried(provider.id), cookies }
    }
    await failed(provider, error, client, identifier)
    return { location: visit?.purpose === 'proof' ? pages.notProved : pages.failed, cookies }
  }

  return {
    async beginVisit({ providerId, purpose, returnTo, sessionId, cookie, client }) {
      const provider = await store.findProvider(providerId)
      try {
        const usable = provider !== undefined && (provider.enabled || purpose === 'trial')
        if (!usable) throw new ProviderRefusal('unknown_provider')
        const { kind, config } = provider
        const { visit, cookies } = visits.begin({ providerId, purpose, returnTo, sessionId }, cookie)
        const place = placeOf(visit, parts.address(providerId, 'callback'), client)
        const request = {
          id: forms.requestId(visit),
          relayState: place.state,
          proveAnew: place.proveAnew,
        }
        const address =
          (await kind.redirect?.begin(config, place)) ??
          (await kind.form?.begin(config, placeOfForm(providerId), request))
        if (address === undefined) throw new ProviderRefusal('no_page_of_its_own')
        return { address, cookies }
      } catch (error) {
        await failed(provider, error, client)
        if (purpose === 'trial' && provider !== undefined)
          await store.noteTrial(provider, {
            at: new Date().toISOString(),
            person: null,
            reason: reasonOf(error),
            outcome: null,
          })
        throw new AppError('sign_in_failed', {}, { cause: error })
      }
    },

    async endVisit(back) {
      const { providerId, answer, client, cookie } = back
      const provider = await store.findProvider(providerId)
      return counting(provider, client, async () => {
        let visit: Visit | undefined
        let person: OutsidePerson | undefined
        try {
          if (provider === undefined) throw new ProviderRefusal('unknown_provider')
          if (answer === undefined) throw new ProviderRefusal('parameter_twice')
          const text = answer.get(handed)
          const over = text === undefined ? undefined : forms.takeOver(providerId, text)
          if (text !== undefined && over === undefined) throw new ProviderRefusal('answer_expired')
          const given = over !== undefined && 'person' in over ? over.person : undefined
          visit = visits.find(over?.state ?? answer.get('state') ?? '', cookie)
          if (visit === undefined) throw new ProviderRefusal('state_unknown_to_browser')
          if (visit.providerId !== providerId) throw new ProviderRefusal('state_of_another_provider')
          const usable = provider.enabled || visit.purpose === 'trial'
          if (!usable) throw new ProviderRefusal('provider_disabled')
          if (over !== undefined && 'reason' in over) throw new ProviderRefusal(over.reason)
          if (visit.purpose === 'proof' && over !== undefined) requireSignedInNow(over.signedInAt)
          const failure = await tickets.redeem(visit.ticket)
          if (failure !== undefined) throw new ProviderRefusal(`state_${failure}`)
          const place = placeOf(visit, parts.address(providerId, 'callback'), client)
          person = given ?? (await provider.kind.redirect?.complete(provider.config, answer, place))
          if (person === undefined) throw new ProviderRefusal('answer_missing')
          return await conclude(provider, visit, person, back)
        } catch (error) {
          return turnedAway(provider, visit, error, client, person?.email ?? person?.subject)
        }
      })
    },

    async receiveForm({ providerId, answer, client }) {
      const provider = await store.findProvider(providerId)
      return counting(provider, client, async () => {
        const onward = (result: FormResult, state: string): Onward => {
          const query = new URLSearchParams({ [handed]: forms.handOver(providerId, result, state) })
          return { location: `${parts.address(providerId, 'callback')}?${query}`, cookies: [] }
        }
        try {
          if (provider?.kind.form === undefined) throw new ProviderRefusal('unknown_provider')
          if (answer === undefined) throw new ProviderRefusal('parameter_twice')
          const requests = forms.requests(providerId)
          const { requestId, ...came } = await provider.kind.form.complete(
            provider.config,
            answer,
            placeOfForm(providerId),
            requests,
          )
          if (!(await requests.take(requestId))) throw new ProviderRefusal('answer_replayed')
          await limit.succeed({ address: client.address })
          return onward(came, forms.stateOf(requestId))
        } catch (error) {
          const state = answer?.get('RelayState') ?? ''
          // Where the browser has begun a visit, that is what failed; its cookie tells, one step further.
          if (provider !== undefined && /^[\da-f]{64}$/.test(state))
            return onward({ reason: reasonOf(error) }, state)
          return turnedAway(provider, undefined, error, client)
        }
      })
    },

    async signInByProviderPassword({ providerId, identifier, password, ...asking }) {
      const { client } = asking
      const provider = await store.findProvider(providerId)
      const counted = { identifier: `${providerId} ${identifier.toLowerCase()}`, address: client.address }
      await limit.begin(counted).catch(async (refusal: unknown) => {
        await failed(provider, new ProviderRefusal('too_many_attempts'), client, identifier)
        throw refusal
      })
      try {
        if (provider?.enabled !== true) throw new ProviderRefusal('unknown_provider')
        const person = await provider.kind.password?.(provider.config, identifier, password)
        if (person === undefined) throw new ProviderRefusal('wrong_password')
        const cookies = await signIn(provider, person, asking)
        await limit.succeed(counted)
        return cookies
      } catch (error) {
        await failed(provider, error, client, identifier)
        throw new AppError('sign_in_failed', {}, { cause: error })
      }
    },

    async metadataOf(providerId) {
      const provider = await store.findProvider(providerId)
      return provider?.kind.form?.metadata(provider.config, placeOfForm(providerId))
    },
  }
}
