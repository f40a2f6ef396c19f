/** What the loader leaves for the limit and for the load: SQL made of the server's own parts, and what requests speak of. */
export interface Prepared {
  /** Of the workspace; the limit's own tables are in `bench`. */
  readonly schema: string
  /** The actor that writes of the limit name. */
  readonly actorId: string
  /** SQL of a contact as JSON from the row `t` or `p`, with the same columns as Kith prints. */
  readonly contactJson: { readonly t: string; readonly p: string; readonly included: string }
  /** Column of each name that statements of the limit need. */
  readonly columns: { readonly name: string; readonly jobTitle: string }
  /** Ids of contacts at random. */
  readonly contactIds: readonly string[]
  /** Parts of names: given names, family names, English first names. */
  readonly nameParts: readonly string[]
  readonly jobTitles: readonly string[]
  /** SQL types of the columns that a new contact fills. */
  readonly columnTypes: Readonly<Record<string, string>>
  readonly newContacts: readonly NewContact[]
}

/** One contact that is not there yet: as a client sends it, and as the door would store it. */
export interface NewContact {
  readonly wire: Readonly<Record<string, unknown>>
  readonly columns: Readonly<Record<string, unknown>>
}
