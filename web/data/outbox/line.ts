import { isScope } from '../kept/scope.ts'
import { queryClient } from '../query-client.ts'
import { refuseWrite, viewedAs } from '../view-as.ts'
import { displayIn } from './display.ts'
import { Outbox } from './outbox.ts'
import { forgetPending } from './pending.ts'
import { sendEntry } from './send.ts'
import { storeOf } from './store.ts'
import { tabsOf } from './tabs.ts'

let line: { readonly scope: string; readonly outbox: Outbox } | undefined
const listeners = new Set<() => void>()

/** The line of the person whose page this is. @throws where nobody is signed in: then there is nothing to write to */
export function outbox(): Outbox {
  if (viewedAs() !== undefined) refuseWrite()
  if (line === undefined) throw new Error('nobody is signed in')
  return line.outbox
}

/** The line, or undefined until somebody is signed in; `onLine` says when that changes. */
export const currentLine = (): Outbox | undefined => line?.outbox

/** @returns stops listening */
export function onLine(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the line of a scope, with what waits in it from before. */
export async function openLine(scope: string): Promise<void> {
  if (line?.scope === scope) return line.outbox.signedIn()
  closeLine()
  const opened = new Outbox({
    store: storeOf(scope),
    tabs: tabsOf(scope),
    display: displayIn(queryClient),
    send: sendEntry,
    mayAct: () => isScope(scope),
  })
  line = { scope, outbox: opened }
  for (const listener of listeners) listener()
  await opened.open()
}

export function closeLine(): void {
  line?.outbox.close()
  line = undefined
  forgetPending()
}
