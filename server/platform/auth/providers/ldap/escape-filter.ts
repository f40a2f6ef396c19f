/** A value in a filter, so that it is nothing but a value (RFC 4515, section 3): `*` and brackets mean themselves. */
export const escapeFilter = (value: string): string =>
  value.replace(/[\\*()\p{Cc}]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join(''),
  )

/** @param template with `{login}` wherever the value goes */
export const filterFor = (template: string, login: string): string =>
  template.replaceAll('{login}', () => escapeFilter(login))
