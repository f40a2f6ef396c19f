import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { signFields } from '#shared/metadata/sign-fields.ts'
import type { Holding } from '#shared/operations/ownership.ts'
import { connection } from '#web/data/connection.ts'
import { holdersOf } from '#web/data/ownership.ts'

/** What ends the question before its answer: the form is left, or nobody wants to save any more. */
type End = 'left' | 'calledOff'

/** A tab that closes breaks off what it asks before it says that it closes: that comes first. */
const noAnswer = () => new Promise<readonly Holding[]>((resolve) => setTimeout(resolve, 0, []))

/**
 * Looks, before a record is made, whether it is there already; what is found stands until one of the fields that were asked
 * after changes. Names alone say little (there are many tasks of one name): an object without an e-mail address or a number
 * is not asked after. What is unique is left to the server's refusal, which says whose it is and is not overruled.
 * @param read what stands in the form, by wire name
 */
export function useDoubles(object: CatalogueObject, read: () => Readonly<Record<string, unknown>>) {
  const [found, setFound] = useState<readonly Holding[]>([])
  const [looking, setLooking] = useState(false)
  const end = useRef<(end: End) => void>(undefined)
  const fields = signFields(object).filter(({ unique }) => unique !== true)
  const known = fields.some(({ key }) => key !== object.titleField.key)
  const signs = () => {
    const values = read()
    return fields.flatMap(({ wire }) => ((values[wire] ?? '') === '' ? [] : [[wire, values[wire]] as const]))
  }

  /** Whether it may be made. A question that finds no answer stands in nobody's way, nor does one that nobody waits for. */
  const isFree = async (): Promise<boolean> => {
    const asked = signs()
    if (!known || asked.length === 0 || !connection.get()) return true
    setLooking(true)
    const ended = new Promise<End>((resolve) => {
      end.current = resolve
    })
    const answer = holdersOf(object.name, Object.fromEntries(asked)).catch(noAnswer)
    const holders = await Promise.race([answer, ended])
    end.current = undefined
    setLooking(false)
    if (holders === 'left' || holders === 'calledOff') return holders === 'left'
    // Something else was typed meanwhile.
    if (holders.length > 0 && JSON.stringify(asked) !== JSON.stringify(signs())) return isFree()
    setFound(holders)
    return holders.length === 0
  }

  useLayoutEffect(() => {
    // A tab that closes or loads anew has no time left to put anything in line: the draft keeps it.
    const callOff = () => end.current?.('calledOff')
    window.addEventListener('pagehide', callOff)
    return () => {
      window.removeEventListener('pagehide', callOff)
      end.current?.('left')
    }
  }, [])
  useEffect(() => {
    if (!looking) return
    // Esc closes a form in more than one way; it says before all of them that nothing is to be saved.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) end.current?.('calledOff')
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [looking])
  return {
    found,
    looking,
    isFree,
    /** Nothing is made of what is being asked after. */
    callOff: () => end.current?.('calledOff'),
    /** Leads to what was found once more. */
    showAgain: () => setFound((old) => [...old]),
    changed: ({ wire }: Field) => {
      if (found.length > 0 && fields.some((field) => field.wire === wire)) setFound([])
    },
  }
}
