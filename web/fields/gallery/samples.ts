import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { Field } from '#shared/metadata/catalogue.ts'

interface Sample {
  readonly filled: unknown
  /** The most that fits, what is written from right to left, what looks like HTML. */
  readonly long: unknown
}

const endless = '很长的名称'.repeat(40)
const hebrew = 'שלום עולם <img src=x onerror=alert(1)> **לא** [x](javascript:alert(1))'
const options = (['blue', 'green', 'amber', 'red', 'purple'] as const).map((color, index) => ({
  value: `level-${index}`,
  label: sameInAllLanguages('甲乙丙丁戊'[index] ?? ''),
  color,
}))

/** Values of each type; those that point to records are filled in from the workspace (`of`). */
export const samplesOf = (of: { readonly company: string; readonly user: string }) =>
  ({
    text: { filled: '青屿科技', long: `${hebrew} ${endless}` },
    longText: { filled: '第一行\n第二行', long: `${hebrew}\n${endless}` },
    richText: {
      filled: `## 会议纪要\n\n- [x] 报价\n- [ ] 合同，找[@王芳](user:${of.user})\n\n\`代码\` 与 [网站](https://example.com)`,
      long: `${hebrew}\n\n${endless}`,
    },
    number: { filled: 1234.5, long: 123_456_789_012 },
    money: { filled: '3860000', long: '123456789012.34' },
    percent: { filled: 12.5, long: 100 },
    boolean: { filled: true, long: false },
    date: { filled: '2026-11-20', long: '1999-12-31' },
    dateTime: { filled: '2026-11-20T06:30:00Z', long: '1999-12-31T15:59:00Z' },
    select: { filled: 'level-0', long: 'an-option-that-was-removed' },
    multiSelect: { filled: ['level-0', 'level-1'], long: options.map(({ value }) => value) },
    tags: { filled: ['重点', '回访'], long: Array.from({ length: 40 }, (_, index) => `标签${index + 1}`) },
    email: { filled: 'lin@example.com', long: `${'name.'.repeat(20)}x@example.com` },
    phone: { filled: '0512-62884100转801', long: '+86 138 0013 8001 / 139 0013 8002' },
    url: { filled: 'https://example.com/产品', long: `https://example.com/${'path/'.repeat(40)}` },
    address: {
      filled: {
        country: 'CN',
        province: '江苏省',
        city: '苏州市',
        district: '姑苏区',
        code: '320508',
        street: '人民路1号',
      },
      long: { country: 'US', province: 'CA', city: 'Cupertino', street: endless, postalCode: '95014' },
    },
    rating: { filled: 4, long: 5 },
    autoNumber: { filled: 'N-0042', long: 'N-000000000000042' },
    user: { filled: of.user, long: of.user },
    relation: { filled: of.company, long: of.company },
    relations: { filled: [of.company], long: [of.company] },
    anyRecord: { filled: { object: 'company', id: of.company }, long: { object: 'company', id: of.company } },
    file: { filled: null, long: null },
    json: {
      filled: { 层: [1, 2] },
      long: Array.from({ length: 60 }, (_, index) => ({ index, text: hebrew })),
    },
  }) satisfies Record<FieldTypeName, Sample>

/** A field of a type as the metadata would give it. */
export const fieldOfType = (type: FieldTypeName): Field => ({
  name: type,
  key: type,
  column: type,
  wire: type,
  type,
  label: sameInAllLanguages(type),
  origin: 'custom',
  system: false,
  writable: true,
  options,
  to: 'company',
})
