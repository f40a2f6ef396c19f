/**
 * Whether so many may leave at once without anybody's confirmation: a directory that answers in part, or with nothing, must not
 * end everybody's work.
 * @param percent of `of` who may; one person always may, unless it is 0
 * @param confirmed how many somebody confirmed
 */
export function mayLeave(
  leaving: number,
  of: number,
  present: number,
  percent: number,
  confirmed: number,
): boolean {
  if (leaving === 0 || leaving <= confirmed) return true
  if (present === 0) return false
  return percent > 0 && leaving <= Math.max(1, Math.floor((of * percent) / 100))
}
