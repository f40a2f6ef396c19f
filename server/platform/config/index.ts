export { type Config, type LogLevel, readConfig, type TlsFiles } from './config.ts'
export { ConfigError } from './config-error.ts'
export { splitPort } from './lists.ts'
export { deriveSecret, secretFiles } from './secret.ts'
