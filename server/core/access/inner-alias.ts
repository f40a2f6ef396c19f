/** An alias for rows that are looked at for the sake of the row `alias`: unquoted, short enough to be told apart. */
export const innerAlias = (alias: string, name: string): string =>
  `${alias.replaceAll('"', '').slice(0, 50)}_${name}`
