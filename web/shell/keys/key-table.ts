import { withMod } from '#web/design/use-keys.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

interface KeyRow {
  readonly title: Extract<PlainMessageKey, `${'shell' | 'tasks' | 'calendar'}.key${string}`>
  /** Ways to press it; keys of one that are pressed together or in turn are parted by a space. */
  readonly keys: readonly string[]
}

interface KeyGroup {
  readonly title: Extract<PlainMessageKey, `${'shell' | 'tasks' | 'calendar'}.keys${string}`>
  readonly rows: readonly KeyRow[]
}

/** Every key of every screen; G and the places it leads to stand in go-keys.ts. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'shell.keysAnywhere',
    rows: [
      { title: 'shell.keyAnything', keys: [withMod('K')] },
      { title: 'shell.keyCreate', keys: ['C'] },
      { title: 'shell.keyWrite', keys: ['N'] },
      { title: 'shell.keyUndo', keys: ['Z', withMod('Z')] },
      { title: 'shell.keyNavigation', keys: ['['] },
      { title: 'shell.keySave', keys: [withMod('↵')] },
      { title: 'shell.keyBack', keys: ['Esc'] },
      { title: 'shell.keyAllKeys', keys: ['?'] },
    ],
  },
  {
    title: 'shell.keysList',
    rows: [
      { title: 'shell.keyFilter', keys: ['F'] },
      { title: 'shell.keySearch', keys: ['/'] },
      { title: 'shell.keyMove', keys: ['J', 'K'] },
      { title: 'shell.keyPeek', keys: ['Space'] },
      { title: 'shell.keyOpen', keys: ['↵'] },
      { title: 'shell.keyOpenApart', keys: [withMod('↵')] },
      { title: 'shell.keySelect', keys: ['X'] },
      { title: 'shell.keySelectAll', keys: [withMod('A')] },
      { title: 'shell.keyAssign', keys: ['A'] },
      { title: 'shell.keyEditField', keys: ['E'] },
      { title: 'shell.keyMoveView', keys: ['Alt ←', 'Alt →'] },
    ],
  },
  {
    title: 'shell.keysCells',
    rows: [
      { title: 'shell.keyCells', keys: ['←', '→', '↑', '↓'] },
      { title: 'shell.keyEditCell', keys: ['↵', 'F2'] },
      { title: 'shell.keyNextCell', keys: ['Tab'] },
      { title: 'shell.keyRange', keys: ['⇧ ↓'] },
      { title: 'shell.keyCopy', keys: [withMod('C'), withMod('V')] },
      { title: 'shell.keyFillDown', keys: [withMod('D')] },
      { title: 'shell.keyClear', keys: ['Delete'] },
    ],
  },
  {
    title: 'shell.keysBoard',
    rows: [
      { title: 'shell.keyCards', keys: ['←', '→', '↑', '↓'] },
      { title: 'shell.keyLift', keys: ['M'] },
      { title: 'shell.keyRename', keys: ['E'] },
      { title: 'shell.keySelect', keys: ['X'] },
      { title: 'shell.keyAssign', keys: ['A'] },
      { title: 'shell.keyOpen', keys: ['↵'] },
    ],
  },
  {
    title: 'shell.keysRecord',
    rows: [
      { title: 'shell.keyMove', keys: ['J', 'K'] },
      { title: 'shell.keyEdit', keys: ['E'] },
      { title: 'shell.keyWrite', keys: ['N'] },
      { title: 'shell.keyShare', keys: ['S'] },
      { title: 'shell.keyMail', keys: ['M'] },
    ],
  },
  {
    title: 'shell.keysInbox',
    rows: [
      { title: 'shell.keyMove', keys: ['J', 'K'] },
      { title: 'shell.keyOpen', keys: ['↵'] },
      { title: 'shell.keyRead', keys: ['E'] },
    ],
  },
  {
    title: 'tasks.keys',
    rows: [
      { title: 'shell.keyMove', keys: ['J', 'K'] },
      { title: 'tasks.keyAdd', keys: ['C'] },
      { title: 'tasks.keyDone', keys: ['D'] },
      { title: 'tasks.keyReschedule', keys: ['S'] },
      { title: 'tasks.keyAssign', keys: ['A'] },
      { title: 'tasks.keyPanel', keys: ['Space'] },
      { title: 'tasks.keyEdit', keys: ['E'] },
      { title: 'shell.keySelect', keys: ['X'] },
      { title: 'shell.keySelectAll', keys: [withMod('A')] },
      { title: 'shell.keyOpen', keys: ['↵'] },
    ],
  },
  {
    title: 'calendar.keys',
    rows: [
      { title: 'calendar.keyDays', keys: ['←', '→', '↑', '↓'] },
      { title: 'calendar.keyEnter', keys: ['↵'] },
      { title: 'calendar.keyNew', keys: ['N', 'C'] },
      { title: 'calendar.keyToday', keys: ['T'] },
      { title: 'calendar.keySpan', keys: ['M', 'W'] },
      { title: 'calendar.keyShift', keys: ['⇧ →'] },
      { title: 'calendar.keyLength', keys: ['Alt ↓'] },
    ],
  },
]
