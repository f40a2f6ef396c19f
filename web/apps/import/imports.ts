import type { ImportMapping, ImportProposal, ImportStatus, PreviewRow } from '#shared/imports/contract.ts'
import { address, request } from '#web/data/request.ts'

export async function propose(object: string, file: File): Promise<ImportProposal> {
  const body = new FormData()
  body.set('object', object)
  body.set('file', file)
  return (await request<{ data: ImportProposal }>('POST', '/imports', { body })).data.data
}

export async function preview(
  id: string,
  mapping: ImportMapping,
  signal: AbortSignal,
): Promise<PreviewRow[]> {
  const body = { mapping }
  return (await request<{ data: PreviewRow[] }>('POST', `/imports/${id}/preview`, { body, signal })).data.data
}

export async function start(id: string, mapping: ImportMapping, dryRun: boolean): Promise<ImportStatus> {
  const body = { mapping, dryRun }
  return (await request<{ data: ImportStatus }>('POST', `/imports/${id}/start`, { body })).data.data
}

export async function status(id: string, signal: AbortSignal): Promise<ImportStatus> {
  return (await request<{ data: ImportStatus }>('GET', `/imports/${id}`, { signal })).data.data
}

export const rejectedAddress = (id: string): string => address(`/imports/${id}/rejected.csv`)
