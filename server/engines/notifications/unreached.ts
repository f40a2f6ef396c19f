import type { Context } from '#server/core/context.ts'
import type { Candidate } from './candidates.ts'
import { contextOfMember } from './surroundings.ts'
import { titlesOf } from './titles.ts'
import type { Told } from './told.ts'

/**
 * Whoever mentioned somebody who may not see the record is told so, that they can share it; whom they mentioned hears nothing.
 * `text` is the name of that person.
 */
export async function unreached(cx: Context, unseen: readonly Candidate[]): Promise<Told[]> {
  const mentions = unseen.filter(({ kind, author }) => kind === 'mention' && author !== null)
  if (mentions.length === 0) return []
  const people = cx.workspace.catalogue().byKey('user')!
  const names = await titlesOf(
    cx,
    people,
    mentions.map(({ userId }) => userId),
  )
  const told: Told[] = []
  for (const { author, userId, object, recordId, cause, at } of mentions) {
    const seen = await titlesOf(await contextOfMember(cx, author!), object, [recordId])
    const title = seen.get(recordId)
    if (title === undefined || title.deleted) continue
    told.push({
      ...{
        userId: author!,
        kind: 'unreached',
        cause: `${cause} ${userId}`,
        at,
        objectKey: object.key,
        recordId,
      },
      ...{ title: title.title, text: names.get(userId)?.title ?? '', actor: null, count: 1 },
    })
  }
  return told
}
