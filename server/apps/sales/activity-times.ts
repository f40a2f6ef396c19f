import type { FieldDefinition } from '#shared/metadata/definition.ts'
import { label } from '../declare.ts'

/** When a party was last dealt with and when it is due next; the write door keeps them from activities and open tasks. */
export const activityTimes: readonly FieldDefinition[] = [
  {
    name: 'lastActivityAt',
    type: 'dateTime',
    label: label('最近跟进', '最近跟進', 'Last activity'),
    readOnly: true,
  },
  {
    name: 'nextActivityAt',
    type: 'dateTime',
    label: label('下次跟进', '下次跟進', 'Next activity'),
    readOnly: true,
  },
]
