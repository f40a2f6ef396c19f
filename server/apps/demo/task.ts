import { fill } from './culture.ts'
import { planned, type RecordInput } from './party.ts'
import { weighted } from './random.ts'
import type { Target } from './target.ts'
import { day, hour, iso, type World } from './world.ts'

type Standing = 'done' | 'cancelled' | 'overdue' | 'upcoming'

const standingAt = weighted<Standing>([
  ['done', 34],
  ['cancelled', 3],
  ['overdue', 20],
  ['upcoming', 43],
])
const priorityAt = weighted([
  ['urgent', 6],
  ['high', 22],
  ['normal', 57],
  ['low', 15],
])

/** What matters is set to remind. */
const reminded: ReadonlySet<string> = new Set(['urgent', 'high'])

/** Days from now at which it is due, earliest and latest. */
const dueIn: Readonly<Record<Standing, readonly [number, number]>> = {
  done: [-60, -1],
  cancelled: [-60, -1],
  overdue: [-9, -1],
  upcoming: [1, 16],
}

export function makeTask(world: World, target: Target): RecordInput {
  const { random, now } = world
  const standing = standingAt(world.even.task())
  const about = target.regarding[0]
  const dueDay = now + random.between(...dueIn[standing]) * day
  const lead = random.between(1, 12) * day
  const createdAt = world.workTime(Math.min(dueDay, now) - lead, target.from + 1)
  const dueAt = Math.max(
    createdAt + hour,
    world.atHour(
      standing === 'done' ? Math.max(dueDay, createdAt + day) : dueDay,
      random.pick([9, 10, 11, 14, 15, 16, 17]),
    ),
  )
  const isOpen = standing === 'overdue' || standing === 'upcoming'
  if (about !== undefined && isOpen) planned(about, dueAt)
  const ownerId = about?.ownerId ?? world.owner()
  const status = isOpen ? (random.chance(0.25) ? 'inProgress' : 'open') : standing
  const priority = priorityAt(random.unit())
  return {
    id: world.newId(createdAt),
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId, assigneeId: ownerId }),
    subject: fill(random.pick(target.culture.tasks), target.slots),
    status,
    dueAt: iso(dueAt),
    ...(isOpen && reminded.has(priority) && { remindAt: iso(dueAt) }),
    priority,
    ...(about !== undefined && { regarding: { object: about.object, id: about.id } }),
  }
}
