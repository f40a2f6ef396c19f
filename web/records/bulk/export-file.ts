import type { ExportFormat } from '#shared/operations/exports.ts'
import { address } from '#web/data/index.ts'
import { requestFile } from '#web/data/request.ts'

export interface ExportRequest {
  readonly format: ExportFormat
  /** Dotted through relations, separated by commas. */
  readonly fields: string
  readonly sort: string
  readonly filter?: string
  readonly search?: string
  readonly ids?: readonly string[]
}

/** Characters that an address may have on its way through proxies. */
const longestAddress = 6_000

/**
 * Brings a file of records down: what an address can ask for streams to the disk, what it cannot hold (thousands of chosen
 * records) is asked for in a body.
 * @throws ApiError where the body was refused
 */
export async function exportFile(object: string, asked: ExportRequest): Promise<void> {
  const { ids, ...rest } = asked
  const path = `/records/${object}/export`
  const short = address(path, { ...rest, ...(ids !== undefined && { ids: ids.join(',') }) })
  if (short.length <= longestAddress) return save(short, '')
  const { name, content } = await requestFile(path, asked)
  const held = URL.createObjectURL(content)
  save(held, name)
  // The download has its own hold on the file once it has begun.
  setTimeout(() => URL.revokeObjectURL(held), 60_000)
}

function save(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
