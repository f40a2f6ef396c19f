/** Kinds that a browser shows without running anything of them. SVG can carry scripts and is left to the download. */
export const isPicture = (contentType: unknown): boolean =>
  typeof contentType === 'string' && /^image\/(?:png|jpeg|gif|webp|avif)$/.test(contentType)

export const isPdf = (contentType: unknown): boolean => contentType === 'application/pdf'

export const isText = (contentType: unknown): boolean =>
  typeof contentType === 'string' &&
  /^(?:text\/(?:plain|csv|markdown)|application\/json)(?:;|$)/.test(contentType)
