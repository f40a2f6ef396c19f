import type { Readable } from 'node:stream'

/** A file's content as it was stored. */
export interface StoredContent {
  /** Hexadecimal; the content's name within its workspace. */
  readonly sha256: string
  readonly size: number
}

/** A copy that can be opened by path; `release` when it is no longer needed. */
export interface LocalCopy {
  readonly path: string
  release(): Promise<void>
}

/** Keeps contents by workspace and digest; equal contents are kept once. */
export interface FileStore {
  /** @throws AppError `file_too_large` beyond `limit` bytes; nothing is kept then */
  put(workspaceId: string, content: Readable, limit: number): Promise<StoredContent>
  /** @throws AppError `not_found` */
  read(workspaceId: string, sha256: string): Promise<Readable>
  /** @throws AppError `not_found` */
  local(workspaceId: string, sha256: string): Promise<LocalCopy>
}
