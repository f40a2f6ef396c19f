export { BackupError, type BackupSummary } from './archive.ts'
export { createBackup } from './create-backup.ts'
export { restoreBackup } from './restore-backup.ts'
