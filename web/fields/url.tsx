import type { FieldView, ValueProps } from './field-view.ts'
import { LinkedText } from './linked-text.tsx'
import { PlainCell, plainEditor, TextFilter } from './one-line.tsx'

/** Only addresses of the web are links: `javascript:` in a record must not run. */
const webAddress = (value: unknown): string | undefined => {
  const text = String(value)
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  return /^https?:\/\//i.test(address) ? address : undefined
}

const withoutScheme = (value: unknown) =>
  String(value)
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')

const link = (copies: boolean) =>
  function WebLink(props: ValueProps) {
    const href = webAddress(props.value)
    return href === undefined ? (
      <PlainCell {...props} />
    ) : (
      <LinkedText href={href} text={withoutScheme(props.value)} outside copies={copies} />
    )
  }

export const url: FieldView = {
  Cell: link(false),
  Display: link(true),
  Editor: plainEditor('url'),
  FilterInput: TextFilter,
}
