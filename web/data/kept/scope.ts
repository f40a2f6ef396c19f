import { keptDatabase } from './database.ts'

/** Whose the kept things are: one member of one workspace. */
interface Scope {
  readonly workspace: string
  readonly user: string
}

const isMember = (value: unknown): value is Scope =>
  typeof value === 'object' && value !== null && 'workspace' in value && 'user' in value

const lastKey = 'kith.scope'
const switchKey = 'kith.switching'

/** How this screen is set up, whoever sits before it. */
const ofTheMachine = /^kith\.(theme$|language$|pane\.)/

/** What a person wrote and nobody has yet, and whose it is: kept until it is known who signs in next. */
const ownWork = /^kith\.(scope$|draft\.)/

/** Where a tab keeps what was typed into forms. */
export const formDraftPrefix = 'kith.form.'

const named = ({ workspace, user }: Scope): string => `${workspace}/${user}`
const stored = (): string | undefined => localStorage.getItem(lastKey) ?? undefined

let current: string | undefined

/** The scope of this page; before the session is known, that of the last one in this browser. */
export const currentScope = (): string | undefined => (current ??= stored())

/** Whether this browser still belongs to that scope: another tab may have signed in somebody else. */
export const isScope = (scope: string): boolean => stored() === scope

/** Whether what this browser keeps belongs to one of these members, as a server tells them. */
export const isOfOneOf = (members: unknown): boolean =>
  Array.isArray(members) && members.some((member) => isMember(member) && isScope(named(member)))

/** Calls back when another tab opened another scope, or signed out. @returns stops listening */
export function onOtherScope(listener: () => void): () => void {
  const changed = (event: StorageEvent) => {
    if (event.key === lastKey && event.newValue !== current) listener()
  }
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}

/**
 * Says who is signed in. What another person left behind is wiped; what the same account keeps in another of its
 * workspaces stays.
 */
export async function enterScope(scope: Scope): Promise<string> {
  const next = named(scope)
  const last = stored()
  const switching = sessionStorage.getItem(switchKey) !== null
  sessionStorage.removeItem(switchKey)
  current = next
  localStorage.setItem(lastKey, next)
  if (last !== undefined && last !== next && !switching) await wipeExcept(next)
  return next
}

/** The account opens another of its workspaces: its work in this one is kept. */
export const expectSwitch = (): void => sessionStorage.setItem(switchKey, '1')

/** Nothing of anybody stays in this browser. */
export async function wipeKept(): Promise<void> {
  current = undefined
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('kith.') && !ofTheMachine.test(key)) localStorage.removeItem(key)
  }
  await wipeExcept(undefined)
}

/**
 * What was seen of a workspace goes: answers, and what screens remember of records. What waits to be written stays for who
 * signs in again; `enterScope` and `wipeKept` decide about that.
 */
export async function wipeSeen(): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('kith.') && !ofTheMachine.test(key) && !ownWork.test(key)) localStorage.removeItem(key)
  }
  await (await keptDatabase())?.clear('answers')
}

async function wipeExcept(scope: string | undefined): Promise<void> {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(formDraftPrefix)) sessionStorage.removeItem(key)
  }
  const database = await keptDatabase()
  if (database === undefined) return
  const transaction = database.transaction(['outbox', 'answers'], 'readwrite')
  for (const name of ['outbox', 'answers'] as const) {
    const store = transaction.objectStore(name)
    if (scope === undefined) await store.clear()
    else {
      const below = IDBKeyRange.upperBound([scope], true)
      // An array sorts after every string: all ids of the scope lie before it.
      const above = IDBKeyRange.lowerBound([scope, []])
      await store.delete(below)
      await store.delete(above)
    }
  }
  await transaction.done
}
