import type { FastifyRequest } from 'fastify'
import { AppError, invalidInput } from '#shared/errors.ts'
import { mostParameters } from './limits.ts'

/** What is wrong with a request before anybody looks at what it wants; undefined where nothing is. */
export function refusalOf(
  request: FastifyRequest,
  isKnownHost: (host: string) => boolean,
): AppError | undefined {
  const { host, url } = request
  // HTTP/1.0 names no host, and no browser speaks it.
  if (host !== '' && !isKnownHost(host)) return new AppError('unknown_host', { host: host.slice(0, 255) })
  if (url.length > mostParameters && countParameters(url) > mostParameters)
    return new AppError('too_many_parameters', { most: mostParameters })
  // The web app takes any address, and says itself what is wrong with it.
  if (url.includes('%00') && request.routeOptions.url !== '/*')
    return invalidInput([{ path: url, code: 'invalid_text' }])
  return undefined
}

const countParameters = (url: string): number => url.slice(url.indexOf('?') + 1).split('&').length
