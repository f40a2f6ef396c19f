import type { Refusal } from '#shared/fields/field-type.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type CellRefusal, cellRefusals, type RefusedText, reasonsOf } from './paste.ts'

/** Reasons that are told; further ones are rare and would fill the screen. */
const told = 3

const isCellRefusal = (code: string): code is CellRefusal => cellRefusals.some((known) => known === code)

/** Says how many cells were not written and why; undefined where all were. */
export function useRefusalWords() {
  const { t, language } = useMessages()
  return async (refused: readonly RefusedText[], beyond: number): Promise<string | undefined> => {
    const count = refused.length + beyond
    if (count === 0) return undefined
    const { isErrorCode, messageOf } = await import('#shared/errors.ts')
    const words = ({ code, parameters = {} }: Refusal) =>
      isCellRefusal(code)
        ? t(`table.${code}`)
        : isErrorCode(code)
          ? messageOf(code, parameters, language)
          : t('fields.notUnderstood')
    const reasons = reasonsOf(refused, words)
      .slice(0, told)
      .map((one) => t('table.refusedReason', one))
    if (beyond > 0) reasons.push(t('table.beyondCells', { count: beyond }))
    return t('table.refusedCells', { count, reasons: reasons.join(t('table.reasonSeparator')) })
  }
}
