import type { View, ViewDefinition, ViewKind } from '#shared/metadata/view.ts'
import { request } from './request.ts'

export interface NewView {
  /** Of one that was deleted, where the deletion is taken back. */
  readonly id?: string
  readonly object: string
  readonly name: string
  readonly kind: ViewKind
  readonly shared: boolean
  readonly definition: ViewDefinition
  /** Among the tabs; last where undefined. */
  readonly position?: string
}

export type ViewChange = Partial<Omit<NewView, 'object'>>

/** A person's own views of an object and the shared ones, as their tabs stand. */
export async function listViews(object: string, signal?: AbortSignal): Promise<readonly View[]> {
  const answer = await request<{ data: readonly View[] }>('GET', '/views', { query: { object }, signal })
  return answer.data.data
}

export async function createView(input: NewView): Promise<View> {
  return (await request<{ data: View }>('POST', '/views', { body: input })).data.data
}

export async function updateView(id: string, change: ViewChange): Promise<View> {
  return (await request<{ data: View }>('PATCH', `/views/${id}`, { body: change })).data.data
}

export async function deleteView(id: string): Promise<void> {
  await request('DELETE', `/views/${id}`)
}
