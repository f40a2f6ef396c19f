import { forgetAll } from './kept/forget.ts'
import { currentLine } from './outbox/line.ts'
import { signOut } from './session.ts'

/** Milliseconds that leaving waits for what is just being sent. */
const patience = 3_000

let asked = false
const listeners = new Set<() => void>()

function ask(now: boolean): void {
  asked = now
  for (const listener of listeners) listener()
}

/** Whether the person wants to leave and has to say what becomes of the writes that were not saved. */
export const leaving = {
  get: (): boolean => asked,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  stay: (): void => ask(false),
}

/** Signs out, unless something was not saved: then the person is asked, and leaves by `leaveAnyway`. */
export async function leave(): Promise<void> {
  const line = currentLine()
  line?.wake()
  // What a field still shows as refused is lost with the page too.
  line?.letGo()
  await emptied()
  const state = line?.get()
  if (state !== undefined && state.waiting.length + state.refused.length > 0) return ask(true)
  await leaveAnyway()
}

/** Signs out, and leaves nothing of the person in this browser. */
export async function leaveAnyway(): Promise<void> {
  await signOut()
  await forgetAll()
  location.assign('/sign-in')
}

function emptied(): Promise<void> {
  const line = currentLine()
  return new Promise((resolve) => {
    const timer = setTimeout(done, patience)
    const stop = line?.subscribe(look)
    look()
    function look(): void {
      if ((line?.get().waiting.length ?? 0) === 0) done()
    }
    function done(): void {
      clearTimeout(timer)
      stop?.()
      resolve()
    }
  })
}
