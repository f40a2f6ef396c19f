import { expect, test } from 'vitest'
import { leave, leftAt } from './left-place.ts'

const href = '/o/company?sort=name'
const at = (key: string, asLeft?: true) => ({ href, state: { __TSR_key: key, asLeft } })

test('an entry of the history finds what was left there, another one of the same address begins anew', () => {
  leave(at('first'), { scroll: 400 })
  leave(at('first'), { ticked: { ids: new Set(['1']), everything: false } })
  leave(at('second'), { scroll: 0 })
  expect(leftAt(at('first'))).toMatchObject({ scroll: 400, ticked: { everything: false } })
  expect(leftAt(at('second'))?.scroll).toBe(0)
  expect(leftAt(at('third'))).toBeUndefined()
})

test('a link back finds what was left last at the address', () => {
  leave(at('fourth'), { scroll: 700 })
  expect(leftAt(at('fifth', true))?.scroll).toBe(700)
  leave({ ...at('other'), href: '/o/deal?by=stage&kind=board' }, { scroll: 30 })
  expect(leftAt({ ...at('sixth', true), href: '/o/deal?kind=board&by=stage' })?.scroll).toBe(30)
  expect(leftAt({ ...at('sixth', true), href: '/o/deal' })).toBeUndefined()
})

test('of very many places the earliest are forgotten', () => {
  for (let step = 0; step < 60; step++) leave(at(`step ${step}`), { scroll: step })
  expect(leftAt(at('step 0'))).toBeUndefined()
  expect(leftAt(at('step 59'))?.scroll).toBe(59)
})
