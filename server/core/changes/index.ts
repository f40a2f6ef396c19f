export type { ChangeEntry } from './entry.ts'
export { type ChangePage, presentCursor, readChanges } from './feed.ts'
export { Follower } from './follower.ts'
export { keepChangeLog } from './housekeeping.ts'
