import { usePreference } from './preferences.ts'

/** A view that stands in the navigation. */
export interface Pin {
  /** Name of the object. */
  readonly object: string
  /** Id of the view. */
  readonly view: string
}

interface PinsInUse {
  /** In the order in which they stand. */
  readonly pins: readonly Pin[]
  readonly isPinned: (view: string) => boolean
  readonly pin: (pin: Pin) => void
  readonly unpin: (view: string) => void
  /** Puts a view where the one at `index` stands. */
  readonly move: (view: string, index: number) => void
}

const none: readonly Pin[] = []

/** The views that the person has pinned to the navigation. */
export function usePins(): PinsInUse {
  const [pins, setPins] = usePreference<readonly Pin[]>('navigation.pins', none)
  const without = (view: string) => pins.filter((pin) => pin.view !== view)
  return {
    pins,
    isPinned: (view) => pins.some((pin) => pin.view === view),
    pin: (pin) => setPins([...without(pin.view), pin]),
    unpin: (view) => setPins(without(view)),
    move: (view, index) => {
      const moved = pins.find((pin) => pin.view === view)
      if (moved !== undefined) setPins(without(view).toSpliced(Math.max(0, index), 0, moved))
    },
  }
}
