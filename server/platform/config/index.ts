export { type Config, type LogLevel, readConfig } from './config.ts'
export { ConfigError } from './config-error.ts'
export { deriveSecret, readSecret } from './secret.ts'
