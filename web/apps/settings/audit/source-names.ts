import type { PlainMessageKey } from '#web/messages/catalogue.ts'

/** Through which door it came. */
export const sourceNames: Readonly<Record<string, PlainMessageKey>> = {
  web: 'audit.source_web',
  api: 'audit.source_api',
  import: 'audit.source_import',
  cli: 'audit.source_cli',
  system: 'audit.source_system',
}
