/** A type that is only asked whether it is filled takes no value. */
export function NoFilter() {
  return null
}
