import { expect, test } from 'vitest'
import { withoutMarks } from './without-marks.ts'

test('the words stay, the marks go', () => {
  expect(withoutMarks('# 会议纪要\n\n- **报价** 已确认\n- 见[附件](https://example.com/a)')).toBe(
    '会议纪要 报价 已确认 见附件',
  )
  expect(withoutMarks('2 * 3 * 4')).toBe('2 * 3 * 4')
  expect(
    withoutMarks('- [x] 找 [@林知夏](user:01a13e9e-282f-71e1-806a-7ee9dc2cf0fa) &lt;b&gt; 2 \\* 3'),
  ).toBe('找 @林知夏 <b> 2 * 3')
})
