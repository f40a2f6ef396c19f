/** Somebody as the provider's directory knows them. */
export interface DirectoryPerson {
  /** The same as of their sign-in. */
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly jobTitle: string | null
  /** Ids of departments, the main one first. */
  readonly departments: readonly string[]
  /** Null where none is told, which is no word that there is none: one who is known stays. */
  readonly managerSubject: string | null
  readonly active: boolean
}

export interface Department {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

export interface Directory {
  readonly people: readonly DirectoryPerson[]
  readonly departments: readonly Department[]
}
