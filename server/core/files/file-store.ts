import type { Readable } from 'node:stream'

/** A content that came in whole, and is not kept yet. */
export interface ReceivedContent {
  /** Hexadecimal; the content's name within its workspace. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  /** Lets it be found by its digest; once. */
  keep(): Promise<void>
  /** Throws it away where it was not kept. */
  release(): Promise<void>
}

/** A copy that can be opened by path; `release` when it is no longer needed. */
export interface LocalCopy {
  readonly path: string
  release(): Promise<void>
}

/** Keeps contents by workspace and digest; equal contents are kept once. */
export interface FileStore {
  /** Release it in any case. @throws AppError `file_too_large` beyond `limit` bytes, `disk_full` */
  receive(workspaceId: string, content: Readable, limit: number): Promise<ReceivedContent>
  /** @throws AppError `not_found` */
  read(workspaceId: string, sha256: string): Promise<Readable>
  /** @throws AppError `not_found` */
  local(workspaceId: string, sha256: string): Promise<LocalCopy>
  /** Throws away what came in before that moment and was neither kept nor released: its server did not outlive it. */
  clear(workspaceId: string, before: Date): Promise<void>
  /** For good; nothing where it is gone already. */
  remove(workspaceId: string, sha256: string): Promise<void>
}
