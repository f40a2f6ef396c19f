export type { FileStore, LocalCopy, StoredContent } from './file-store.ts'
export { createFolderStore } from './folder-store.ts'
