export { type Config, type LogLevel, readConfig } from './config.ts'
export { deriveSecret } from './secret.ts'
