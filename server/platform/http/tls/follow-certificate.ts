import type { TlsFiles } from '#server/platform/config/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { type Certificate, readCertificate } from './certificate.ts'

interface Following {
  readonly files: TlsFiles
  /** What is served already. */
  readonly served: Certificate
  readonly log: Log
  /** Milliseconds between two looks. */
  readonly every: number
  readonly use: (certificate: Certificate) => void
}

/**
 * Hands over the certificate each time its files hold another one. They are read, not watched: who renews them renames
 * folders and turns links. Files that do not fit, because only one of them is written yet, change nothing.
 * @returns stops it
 */
export function followCertificate({ files, served, log, every, use }: Following): () => void {
  let known = served
  let told: string | undefined
  const look = (): void => {
    try {
      const found = readCertificate(files)
      told = undefined
      if (found.cert === known.cert && found.key === known.key) return
      use(found)
      known = found
      log.info({ validTo: found.validTo }, 'the renewed certificate is served from now on')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (reason !== told)
        log.error({ reason }, 'the certificate files do not fit; the former pair is served')
      told = reason
    }
  }
  const timer = setInterval(look, every).unref()
  return () => clearInterval(timer)
}
