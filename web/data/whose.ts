import { keepAnswer, keptAnswer } from './kept/answers.ts'
import { enterScope, onOtherScope } from './kept/scope.ts'
import { keys } from './keys.ts'
import { openLine } from './outbox/line.ts'
import { isAway, sessionFound } from './request.ts'
import { type Session, session } from './session.ts'
import { viewedAs } from './view-as.ts'

let watching = false

/** Who is signed in, with what this browser keeps for them; without a network, who was. */
export async function currentSession(): Promise<Session> {
  const found = await session().catch(async (error: unknown) => {
    if (!isAway(error)) throw error
    const kept = await keptAnswer(keys.session)
    if (kept === undefined) throw error
    return kept.data as Session
  })
  const scope = await enterScope({ workspace: found.workspace.id, user: found.user.id })
  // What waits to be written is one's own: it is neither shown nor sent by a page that looks with another's eyes.
  if (viewedAs() === undefined) await openLine(scope)
  keepAnswer(keys.session, found)
  sessionFound()
  if (!watching) {
    watching = true
    // Another tab signed in somebody else, or out: what stands here is no longer theirs to see.
    onOtherScope(() => location.assign('/'))
  }
  return found
}
