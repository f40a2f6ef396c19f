/** What a key is narrowed to within what its member may: see `Narrowing`. */
export interface KeyGrant {
  readonly roleId: string | null
  readonly readOnly: boolean
  /** Keys of objects. */
  readonly objects: readonly string[] | null
}
