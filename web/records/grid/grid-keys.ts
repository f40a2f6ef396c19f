import type { Step } from './step.ts'

/**
 * Glossary
 * - place: where the one cursor stands. On the title a letter is a command, in another cell it is typed into it, so
 *   that no mode has to be remembered. `none`: the grid has no cursor yet.
 */
export type Place = 'none' | 'title' | 'cell' | 'group'

export type Command =
  | { readonly name: 'move'; readonly step: Step; readonly extends?: boolean }
  | { readonly name: Act }

type Act =
  | 'open'
  | 'openApart'
  | 'edit'
  | 'clear'
  | 'peek'
  | 'fold'
  | 'unfold'
  | 'toggleFold'
  | 'select'
  | 'selectAll'
  | 'fillDown'
  | 'assign'
  | 'editField'
  | 'write'
  | 'menu'
  | 'undo'
  | 'back'

type Row = Readonly<Partial<Record<Place | 'any', Command>>>

const move = (step: Step): Row => ({ any: { name: 'move', step } })
const extend = (step: Step): Row => ({
  title: { name: 'move', step, extends: true },
  cell: { name: 'move', step, extends: true },
  group: { name: 'move', step },
})
const act = (name: Act, ...places: readonly (Place | 'any')[]): Row =>
  Object.fromEntries(places.map((place) => [place, { name }]))
const letter = (step: Step): Row => ({
  none: { name: 'move', step },
  title: { name: 'move', step },
  group: { name: 'move', step },
})

const commands: Readonly<Record<string, Row>> = {
  ArrowUp: move('up'),
  ArrowDown: move('down'),
  ArrowLeft: { any: { name: 'move', step: 'left' }, group: { name: 'fold' } },
  ArrowRight: { any: { name: 'move', step: 'right' }, group: { name: 'unfold' } },
  'mod+ArrowUp': move('first'),
  'mod+ArrowDown': move('last'),
  'mod+ArrowLeft': move('rowStart'),
  'mod+ArrowRight': move('rowEnd'),
  'shift+ArrowUp': extend('up'),
  'shift+ArrowDown': extend('down'),
  'shift+ArrowLeft': extend('left'),
  'shift+ArrowRight': extend('right'),
  'mod+shift+ArrowUp': extend('first'),
  'mod+shift+ArrowDown': extend('last'),
  'mod+shift+ArrowLeft': extend('rowStart'),
  'mod+shift+ArrowRight': extend('rowEnd'),
  PageUp: move('pageUp'),
  PageDown: move('pageDown'),
  'shift+PageUp': extend('pageUp'),
  'shift+PageDown': extend('pageDown'),
  Home: move('rowStart'),
  End: move('rowEnd'),
  'mod+Home': move('start'),
  'mod+End': move('end'),
  Tab: {
    title: { name: 'move', step: 'next' },
    cell: { name: 'move', step: 'next' },
    group: { name: 'move', step: 'down' },
  },
  'shift+Tab': {
    title: { name: 'move', step: 'previous' },
    cell: { name: 'move', step: 'previous' },
    group: { name: 'move', step: 'up' },
  },
  j: letter('down'),
  k: letter('up'),
  Enter: { title: { name: 'open' }, cell: { name: 'edit' }, group: { name: 'toggleFold' } },
  'mod+Enter': act('openApart', 'title', 'cell'),
  F2: act('edit', 'title', 'cell'),
  Delete: act('clear', 'cell'),
  Backspace: act('clear', 'cell'),
  ' ': { title: { name: 'peek' }, cell: { name: 'peek' }, group: { name: 'toggleFold' } },
  'shift+ ': act('select', 'title', 'cell'),
  x: act('select', 'title'),
  a: act('assign', 'title', 'none'),
  e: act('editField', 'title', 'none'),
  n: act('write', 'title'),
  'mod+a': act('selectAll', 'any'),
  // The input that holds the focus on a cell has nothing of its own to take back.
  'mod+z': act('undo', 'cell'),
  'mod+d': act('fillDown', 'title', 'cell'),
  ContextMenu: act('menu', 'title', 'cell'),
  'shift+F10': act('menu', 'title', 'cell'),
  Escape: act('back', 'any'),
}

interface KeyPressed {
  readonly key: string
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** What a key does at a place; undefined where the grid leaves it alone. */
export function commandOf(event: KeyPressed, place: Place): Command | undefined {
  if (event.altKey) return undefined
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const shift = event.shiftKey ? 'shift+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const row = Object.hasOwn(commands, mod + shift + key) ? commands[mod + shift + key] : undefined
  return row?.[place] ?? row?.any
}
