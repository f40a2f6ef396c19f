import { keepAnswer, keptAnswer } from './kept/answers.ts'
import { enterScope, onOtherScope } from './kept/scope.ts'
import { keys } from './keys.ts'
import { openLine } from './outbox/line.ts'
import { isAway, sessionFound } from './request.ts'
import { type Session, session } from './session.ts'

let watching = false

/** Who is signed in, with what this browser keeps for them; without a network, who was. */
export async function currentSession(): Promise<Session> {
  const found = await session().catch(async (error: unknown) => {
    if (!isAway(error)) throw error
    const kept = await keptAnswer(keys.session)
    if (kept === undefined) throw error
    return kept.data as Session
  })
  await openLine(await enterScope({ workspace: found.workspace.id, user: found.user.id }))
  keepAnswer(keys.session, found)
  sessionFound()
  if (!watching) {
    watching = true
    // Another tab signed in somebody else, or out: what stands here is no longer theirs to see.
    onOtherScope(() => location.assign('/'))
  }
  return found
}
