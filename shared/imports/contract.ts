import type { Issue } from '#shared/errors.ts'

/** Where one column of a file goes. A column may go to several fields, each in a mapping of its own. */
export interface ColumnMapping {
  readonly column: string
  /** Name of the field. */
  readonly field: string
  /** Relations: the field of the other object that the column's text is compared with; default its title. */
  readonly by?: string
  /** Addresses: the member that the column holds (`country`, `city` …); default the whole address in one text. */
  readonly part?: string
  /** Relations and selects: whether a record or option that is missing is created; default: the row is refused. */
  readonly create?: boolean
  readonly dateOrder?: 'YMD' | 'MDY' | 'DMY'
  /** Numbers are multiplied by it, as `1000000` for a column in millions. */
  readonly factor?: string
  /** Texts of the file that stand for another one: `{"technolgy": "technology"}`; '' leaves the field empty. */
  readonly values?: Readonly<Record<string, string>>
}

export interface ImportMapping {
  readonly columns: readonly ColumnMapping[]
  /** Fields by which an existing record is found and updated; empty: every row becomes a new record. */
  readonly match: readonly string[]
}

/** What a column holds, and where it seems to go. */
export interface ColumnProposal {
  readonly column: string
  readonly samples: readonly string[]
  /** Rows in which it is not empty. */
  readonly filled: number
  readonly mappings: readonly ColumnMapping[]
  /** How the field was found: by the column's name, by its values, or not at all. */
  readonly reason: 'name' | 'values' | 'none'
  /** Texts that stand for no option or record, with the nearest that does ('' for none) and the rows that have them. */
  readonly unknown: readonly { readonly text: string; readonly nearest: string; readonly rows: number }[]
  /** Set where a date such as 3/4/2017 can be read in two ways and no row decides. */
  readonly ambiguousDates: boolean
}

export interface RowIssue {
  readonly column: string | null
  readonly field: string | null
  readonly code: Issue['code']
  readonly message: string
}

/** A row that was refused, or stored without the values named (`stored`). */
export interface RejectedRow {
  readonly row: number
  readonly line: number
  readonly stored: boolean
  readonly cells: readonly string[]
  readonly issues: readonly RowIssue[]
}

export interface PreviewRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly issues: readonly RowIssue[]
}

export interface ImportProposal {
  readonly id: string
  readonly object: string
  readonly fileName: string
  readonly rows: number
  readonly detail: { readonly encoding?: string; readonly delimiter?: string; readonly sheet?: string }
  readonly columns: readonly ColumnProposal[]
  readonly match: readonly string[]
  readonly preview: readonly PreviewRow[]
}

export type ImportState = 'proposed' | 'queued' | 'running' | 'done' | 'failed'

interface ImportCounts {
  /** Rows of the file dealt with so far. */
  readonly processed: number
  readonly created: number
  readonly updated: number
  readonly rejected: number
  /** Records of other objects that were missing and created, by object. */
  readonly related: Readonly<Record<string, number>>
}

export interface ImportStatus extends ImportCounts {
  readonly id: string
  readonly object: string
  readonly fileName: string
  readonly state: ImportState
  readonly dryRun: boolean
  readonly rows: number
  readonly columns: readonly string[]
  /** Names that matched a record only after case, width and spaces were left out. */
  readonly fuzzy: readonly FuzzyMatch[]
  /** The first hundred; all of them are in `rejected.csv`. */
  readonly rejectedRows: readonly RejectedRow[]
  readonly error: string | null
  readonly createdAt: string
  readonly finishedAt: string | null
}

export interface FuzzyMatch {
  readonly column: string
  readonly text: string
  readonly matched: string
  readonly rows: number
}
