import type { Directory } from './directory.ts'

/** A provider that has a directory. */
export interface Source {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly enabled: boolean
}

/** Where directories come from: the workspace's identity providers. Main lends it. */
export interface DirectorySources {
  list(workspaceId: string): Promise<readonly Source[]>
  /** @throws AppError directory_refused, outbound_unreachable …; not_found where the provider is gone */
  read(workspaceId: string, id: string): Promise<Directory>
}
