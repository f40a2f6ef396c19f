import type { Translation } from '../catalogue.ts'
import type { pools as source } from '../zh-CN/pools.ts'

export const pools: Translation<typeof source> = {
  title: 'Pools',
  detail: 'Records without an owner gather in a pool that chosen members look into.',
  newPool: 'New pool',
  editPool: 'Edit pool',
  none: 'No pools yet',
  noneWhat:
    'Companies and leads that nobody works on gather in a pool where the team sees them, so none is forgotten.',
  name: 'Name',
  nameExample: 'Pool East',
  condition: 'Condition',
  everyUnowned: 'Every record without an owner',
  broken: 'A field of the condition is gone: the pool holds nothing',
  brokenWhat:
    'A field of the condition is gone: the pool holds records again once the condition is set anew.',
  fields: 'Fields shown',
  fieldsWhat:
    'Members see these fields alone, and filter, sort and search by no others. Fields that lead to other records or files are not opened with a pool.',
  always: '{field} (always)',
  titleOnly: '{field} alone',
  members: 'Members',
  addMembers: 'Add',
  noMembers: 'A pool needs at least one member',
  removeMember: 'Remove',
  others: 'and {count} more',
  records: 'Records',
  holdsNow: 'Holds {count} {object} now',
  create: 'Create pool',
  saved: '“{name}” was saved and holds at once',
  erase: 'Delete pool',
  eraseNamed: 'Delete the pool “{name}”',
  eraseWhatever:
    'Its members will no longer see the records in it. Nothing is deleted with it; the records stay without an owner.',
  eraseWhat:
    'Its members will no longer see {count, plural, one {the record} other {the # records}} in it. Nothing is deleted with it; the records stay without an owner.',
  erased: '“{name}” was deleted',
  poolsOf: 'Pools of {object}',
  look: 'Open “{name}”, {count, plural, one {# record} other {# records}}',
  missing: 'There is no such pool',
  missingWhat: 'It may have been deleted, or you are no longer a member of it.',
  empty: 'No {object} in the pool yet',
  emptyWhat: '{object} without an owner appear here.',
  recordMissing: 'This record is not in the pool',
  recordMissingWhat: 'Somebody may own it by now.',
  partial: 'Only the fields that the pool opens are shown.',
}
