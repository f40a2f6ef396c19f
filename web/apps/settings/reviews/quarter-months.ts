/** First and last month of a quarter that begins on a day, `YYYY-MM-DD`, for the message `reviews.span`. */
export function quarterMonths(startsOn: string, language: string): { first: string; last: string } {
  const start = new Date(`${startsOn}T00:00:00Z`)
  const last = new Date(start)
  last.setUTCMonth(start.getUTCMonth() + 2)
  const format = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return { first: format.format(start), last: format.format(last) }
}
