import type { WorkspaceSettings } from '#shared/metadata/settings.ts'
import { request } from './request.ts'

/** The workspace's settings, and its name. */
export type Settings = WorkspaceSettings & { readonly name: string }

export const getSettings = async () => (await request<Settings>('GET', '/settings')).data

export async function updateSettings(change: Partial<Settings>): Promise<Settings> {
  return (await request<Settings>('PATCH', '/settings', { body: change })).data
}
