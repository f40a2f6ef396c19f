import { parse } from 'csv-parse/sync'

const delimiters = [',', ';', '\t', '|'] as const

/** The delimiter under which the first lines agree best on a number of columns; a comma where nothing is divided. */
export function detectDelimiter(sample: string): string {
  const scores = delimiters.map((delimiter) => ({ delimiter, score: score(sample, delimiter) }))
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

function score(sample: string, delimiter: string): number {
  const widths = firstRecords(sample, delimiter)
    .map((record) => record.length)
    .filter((width) => width > 0)
  const usual = mode(widths)
  if (usual < 2) return 0
  const agreeing = widths.filter((width) => width === usual).length / widths.length
  return agreeing * (1 + Math.log2(usual) / 8)
}

/** Up to 50 records; the sample may end inside a quote, so that what was read up to there counts. */
function firstRecords(sample: string, delimiter: string): string[][] {
  const records: string[][] = []
  try {
    parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      to: 50,
      on_record: (record: string[]) => {
        records.push(record)
        return null
      },
    })
  } catch {
    // An open quote at the end of the sample; what came before it is enough.
  }
  return records
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [number, count] of counts) {
    if (count > most || (count === most && number > best)) {
      best = number
      most = count
    }
  }
  return best
}
