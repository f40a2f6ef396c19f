import {
  type Icon,
  IconBrandWechat,
  IconCalendarEvent,
  IconMail,
  IconMapPin,
  IconMessage,
  IconMessageDots,
  IconNote,
  IconPhone,
} from '@tabler/icons-react'

/** What stands for a kind of activity, and the ground behind it in the timeline. */
interface KindLook {
  readonly icon: Icon
  readonly tone: 'green' | 'blue' | 'amber' | 'grey'
}

const looks: Readonly<Record<string, KindLook>> = {
  note: { icon: IconNote, tone: 'grey' },
  call: { icon: IconPhone, tone: 'green' },
  meeting: { icon: IconCalendarEvent, tone: 'blue' },
  visit: { icon: IconMapPin, tone: 'amber' },
  email: { icon: IconMail, tone: 'blue' },
  wechat: { icon: IconBrandWechat, tone: 'green' },
  sms: { icon: IconMessage, tone: 'blue' },
}
const anyOther: KindLook = { icon: IconMessageDots, tone: 'grey' }

/** By the value of the activity's kind; one that a workspace added looks like any other. */
export const kindLook = (kind: string | null | undefined): KindLook => looks[kind ?? ''] ?? anyOther

/** Results that only a call can have. */
const ofCalls: ReadonlySet<string> = new Set(['reached', 'noAnswer'])
const withoutResult: ReadonlySet<string> = new Set(['note'])

/** Whether a result can be told of a kind of activity. */
export const outcomeFits = (outcome: string, kind: string): boolean =>
  !withoutResult.has(kind) && (kind === 'call' || !ofCalls.has(outcome))
