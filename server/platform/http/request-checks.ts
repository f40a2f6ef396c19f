import type { FastifyRequest } from 'fastify'
import { AppError, invalidInput } from '#shared/errors.ts'
import { mostParameters } from './limits.ts'

/** What is wrong with a request before anybody looks at what it wants; undefined where nothing is. */
export function refusalOf(
  request: FastifyRequest,
  isKnownHost: (host: string) => boolean,
): AppError | undefined {
  const { host, url } = request
  // A whole address names a host of its own, a second header another one: who is before us may have looked at that.
  if (!url.startsWith('/')) return new AppError('bad_request', { reason: 'absolute-form' })
  if (namesTwoHosts(request.raw.rawHeaders)) return new AppError('bad_request', { reason: 'Host' })
  // HTTP/1.0 names no host, and no browser speaks it.
  if (host !== '' && !isKnownHost(host)) return new AppError('unknown_host', { host: host.slice(0, 255) })
  if (url.length > mostParameters && countParameters(url) > mostParameters)
    return new AppError('too_many_parameters', { most: mostParameters })
  // The web app takes any address, and says itself what is wrong with it.
  if (url.includes('%00') && request.routeOptions.url !== '/*')
    return invalidInput([{ path: url, code: 'invalid_text' }])
  return undefined
}

/** Node reads the first and drops the others. */
function namesTwoHosts(headers: readonly string[]): boolean {
  let seen = 0
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') seen += 1
  }
  return seen > 1
}

const countParameters = (url: string): number => url.slice(url.indexOf('?') + 1).split('&').length
