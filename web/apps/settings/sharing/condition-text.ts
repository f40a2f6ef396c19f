/** How a rule says that every record is meant. */
const everything = 'true'

/** The condition of a rule as a filter's text, where every record is no condition. */
export const filterText = (condition: string | null): string =>
  condition === null || condition === everything ? '' : condition

/** The way back. */
export const conditionText = (filter: string): string => (filter.trim() === '' ? everything : filter)
