/** One line of a file, as text. Dates are ISO 8601, numbers have a decimal point and every digit the file holds. */
export interface SourceRow {
  /** 1 for the first row below the headers. */
  readonly number: number
  /** Where the row starts in the original file, counting line breaks inside quotes; row number of a sheet. */
  readonly line: number
  /** As many as there are columns; trimmed, '' where the file has nothing. */
  readonly cells: readonly string[]
}

/** A file opened for reading, headers known. */
export interface SourceTable {
  readonly format: 'csv' | 'xlsx'
  /** What was found: `utf-8`, `gb18030` …; a sheet's name for workbooks. */
  readonly detail: { readonly encoding?: string; readonly delimiter?: string; readonly sheet?: string }
  /** Unique and never empty: a repeated header gets ` (2)`, a missing one is `#3`. */
  readonly columns: readonly string[]
  readonly headerLine: number
  /** Reads from the start each time it is called, holding one piece of the file at a time. */
  readonly rows: () => AsyncIterable<SourceRow>
}

export const importLimits = {
  bytes: 200 * 1024 * 1024,
  rows: 1_000_000,
  columns: 500,
  /** Characters of one record of a CSV file: an unclosed quote must not swallow the rest of the file into memory. */
  recordCharacters: 2_000_000,
  /** What a workbook may unpack to, and its table of shared texts, which is held in memory. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  sharedTextBytes: 512 * 1024 * 1024,
} as const
