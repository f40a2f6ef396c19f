import { useEffect } from 'react'
import type { Refusal } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'

type Errors = typeof import('#shared/errors.ts')
let errors: Errors | undefined

/**
 * Why a typed value was refused, in the person's language. The texts of errors come with the first editor that opens:
 * a page that is only read does without them.
 */
export function useRefusalText(): (refusal: Refusal) => string {
  const { t, language } = useMessages()
  useEffect(() => {
    void import('#shared/errors.ts').then((loaded) => {
      errors = loaded
    })
  }, [])
  return ({ code, parameters }) =>
    errors?.isErrorCode(code) === true
      ? errors.messageOf(code, parameters ?? {}, language)
      : t('fields.notUnderstood')
}
