export { DataInUseError, dataHolder, lockData } from './data-lock.ts'
export { isAlive, isPostmasterOf } from './process-identity.ts'
export { Shutdown } from './shutdown.ts'
