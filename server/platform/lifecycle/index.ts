export { DataInUseError, type DataLock, dataHolder, type LockHolder, lockData } from './data-lock.ts'
export { isAlive, isPostmasterOf, startOf } from './process-identity.ts'
export { Shutdown } from './shutdown.ts'
