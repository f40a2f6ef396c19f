import { type ActivityKind, type ActivityTexts, type Culture, fill } from './culture.ts'
import { type RecordInput, reached } from './party.ts'
import { weighted } from './random.ts'
import type { Target } from './target.ts'
import { hour, iso, type World } from './world.ts'

/** Minutes that it takes, from and to. */
const durations: Partial<Record<ActivityKind, readonly [number, number]>> = {
  call: [2, 35],
  meeting: [30, 120],
  visit: [60, 240],
}

const callOutcomeAt = weighted([
  ['reached', 50],
  ['noAnswer', 22],
  ['followUp', 18],
  ['interested', 10],
])
const meetingOutcomeAt = {
  open: weighted([
    ['interested', 45],
    ['followUp', 40],
    ['agreed', 15],
  ]),
  won: weighted([
    ['agreed', 60],
    ['interested', 30],
    ['followUp', 10],
  ]),
  lost: weighted([
    ['declined', 45],
    ['followUp', 40],
    ['interested', 15],
  ]),
}

const textsOf = new Map<Culture, (unit: number) => ActivityTexts>()

export function makeActivity(world: World, target: Target): RecordInput {
  const { random, now } = world
  const { culture, slots, regarding, contact } = target
  const { kind, subjects, openings } = textsAt(culture)(random.unit())
  const index = random.whole(0, subjects.length - 1)
  // Work on what is open has been busier lately.
  const share = target.outcome === 'open' ? random.unit() ** 0.6 : random.unit()
  const occurredAt = world.workTime(target.from + (target.to - target.from) * share, target.from + 1)
  const createdAt = Math.min(now, occurredAt + random.exponential(0.7 * hour))
  for (const party of regarding) reached(party, occurredAt)
  const ownerId = regarding[0]?.ownerId ?? world.owner()
  const duration = durations[kind]
  const outcome = outcomeOf(world, kind, target.outcome)
  return {
    id: world.newId(createdAt),
    createdAt: iso(createdAt),
    ...(ownerId !== null && { ownerId }),
    kind,
    subject: fill(subjects[index] ?? '', slots),
    regarding: regarding.map(({ object, id }) => ({ object, id })),
    occurredAt: iso(occurredAt),
    ...(duration !== undefined &&
      outcome !== 'noAnswer' && {
        endsAt: iso(Math.min(now, occurredAt + random.whole(...duration) * 60_000)),
      }),
    ...(outcome !== undefined && { outcome }),
    participants: [
      ...(contact === undefined ? [] : [{ object: 'contact', id: contact.id }]),
      ...(ownerId === null ? [] : [{ object: 'user', id: ownerId }]),
    ],
    ...(outcome !== 'noAnswer' && {
      body: bodyOf(world, culture, openings[index % openings.length] ?? '', slots),
    }),
  }
}

function bodyOf({ random }: World, culture: Culture, opening: string, slots: Target['slots']) {
  const parts = [opening, random.pick(culture.middles)]
  if (random.chance(0.3)) parts.push(random.pick(culture.middles))
  parts.push(random.pick(culture.endings))
  const text = [...new Set(parts.filter((part) => part !== ''))].join(culture.language === 'en' ? ' ' : '')
  return fill(text, slots)
}

function outcomeOf({ random }: World, kind: ActivityKind, outcome: Target['outcome']): string | undefined {
  if (kind === 'call') return callOutcomeAt(random.unit())
  if (kind === 'meeting' || kind === 'visit') return meetingOutcomeAt[outcome ?? 'open'](random.unit())
  return undefined
}

function textsAt(culture: Culture): (unit: number) => ActivityTexts {
  const known = textsOf.get(culture)
  if (known !== undefined) return known
  const made = weighted(culture.activities.map((texts) => [texts, texts.weight] as const))
  textsOf.set(culture, made)
  return made
}
