import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { TlsFiles } from '#server/platform/config/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { mostHeaderBytes, type Patience } from './limits.ts'
import { readCertificate } from './tls/certificate.ts'
import { followCertificate } from './tls/follow-certificate.ts'
import { suites } from './tls/suites.ts'

/** Makes what listens: one for each address, all with the certificate of the moment. */
export interface Listeners {
  create(handler: RequestListener): Server
  /** Looks for a renewed certificate from now on. @returns stops it */
  follow(): () => void
}

/** @throws ConfigError where certificate files are given and do not fit */
export function createListeners(files: TlsFiles | undefined, patience: Patience, log: Log): Listeners {
  const options = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.nextRequest,
    connectionsCheckingInterval: patience.between,
    maxHeaderSize: mostHeaderBytes,
    insecureHTTPParser: false,
    requireHostHeader: true,
  }
  if (files === undefined)
    return { create: (handler) => createHttp(options, handler), follow: () => () => {} }
  let served = readCertificate(files)
  if (served.validTo.getTime() < Date.now())
    log.warn(
      { file: files.certFile, validTo: served.validTo },
      'the certificate has run out: browsers warn of it',
    )
  const made: ReturnType<typeof createHttps>[] = []
  return {
    create(handler) {
      const { cert, key } = served
      const server = createHttps(
        { ...options, ...suites, handshakeTimeout: patience.handshake, cert, key },
        handler,
      )
      made.push(server)
      return server
    },
    follow: () =>
      followCertificate({
        files,
        served,
        log,
        every: patience.between,
        use(renewed) {
          served = renewed
          const { cert, key } = renewed
          // Connections that are open keep theirs.
          for (const server of made) server.setSecureContext({ ...suites, cert, key })
        },
      }),
  }
}
