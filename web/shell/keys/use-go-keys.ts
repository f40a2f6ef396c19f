import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { takesPlainKey } from '#web/design/use-keys.ts'
import { places } from '../places.ts'
import { placeOfGoKey } from './go-keys.ts'

/** The second key is waited for this long (ms). */
const patience = 1200

/** G and a further key lead to a place. The second key is this sequence's alone, whatever it means to the page. */
export function useGoKeys(): void {
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const go = useRef<(place: string) => boolean>(() => false)
  useEffect(() => {
    go.current = (place) => {
      const own = places.find(({ name }) => name === place)
      if (own !== undefined) void navigate({ to: own.to })
      else if (place === 'settings') void navigate({ to: '/settings' })
      else if (catalogue.find(place) !== undefined)
        void navigate({ to: '/o/$object', params: { object: place } })
      else return false
      return true
    }
  })

  useEffect(() => {
    let since = Number.NEGATIVE_INFINITY
    const onFirst = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key.toLowerCase() === 'g' && takesPlainKey(event)) since = event.timeStamp
    }
    const onSecond = (event: KeyboardEvent) => {
      const waited = event.timeStamp - since
      since = Number.NEGATIVE_INFINITY
      if (waited > patience || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return
      const place = placeOfGoKey(event.key)
      if (place === undefined || !takesPlainKey(event) || !go.current(place)) return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', onSecond, { capture: true })
    document.addEventListener('keydown', onFirst)
    return () => {
      document.removeEventListener('keydown', onSecond, { capture: true })
      document.removeEventListener('keydown', onFirst)
    }
  }, [])
}
