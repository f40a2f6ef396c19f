import { defaultAccent, type WorkspaceSettings } from '#shared/metadata/settings.ts'
import { request } from './request.ts'

/** The workspace's settings, and its name. */
export type Settings = WorkspaceSettings & { readonly name: string; readonly accent: string }

interface Answered {
  readonly data: WorkspaceSettings & { readonly name: string }
}

const complete = ({ data }: Answered): Settings => ({ ...data, accent: data.accent ?? defaultAccent })

export const getSettings = async () => complete((await request<Answered>('GET', '/settings')).data)

export async function updateSettings(change: Partial<Settings>): Promise<Settings> {
  return complete((await request<Answered>('PATCH', '/settings', { body: change })).data)
}
