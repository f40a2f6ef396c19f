import { textType } from './text-type.ts'

/** Kept as typed; its E.164 form is derived on the server: see stored-field-types.ts. */
export const phone = textType({
  name: 'phone',
  description: 'A phone number as people write it; its E.164 form is derived where there is one',
  usual: 64,
  most: 64,
  line: true,
  settings: [],
})
