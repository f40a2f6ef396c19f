import { revealField } from '#web/data/reveal.ts'

/** Milliseconds for which a value is shown. */
const shownFor = 30_000

interface Shown {
  readonly value: string
  readonly timer: ReturnType<typeof setTimeout>
}

const shown = new Map<string, Shown>()
const listeners = new Set<() => void>()

const placeOf = (id: string, field: string): string => `${id} ${field}`

function tell(): void {
  for (const listener of listeners) listener()
}

/** Values of masked fields that are shown right now. They live in memory alone, each for half a minute. */
export const revealed = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** @param field its wire name */
  get: (id: string, field: string): string | undefined => shown.get(placeOf(id, field))?.value,
}

/** Asks for a value, which is noted in the audit log, and shows it for a while. @throws ApiError */
export async function reveal(object: string, id: string, field: string): Promise<void> {
  const value = await revealField(object, id, field)
  hide(id, field)
  const timer = setTimeout(() => hide(id, field), shownFor)
  shown.set(placeOf(id, field), { value, timer })
  tell()
}

export function hide(id: string, field: string): void {
  const place = placeOf(id, field)
  clearTimeout(shown.get(place)?.timer)
  if (shown.delete(place)) tell()
}
