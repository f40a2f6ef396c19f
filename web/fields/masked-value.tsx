import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ComponentType, type MouseEvent, useState, useSyncExternalStore } from 'react'
import type { Catalogue, Field } from '#shared/metadata/catalogue.ts'
import { ApiError, useCatalogue } from '#web/data/index.ts'
import { viewedAs } from '#web/data/view-as.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { FieldView, ValueProps } from './field-view.ts'
import classes from './masked-value.module.css'
import { hide, reveal, revealed } from './revealed.ts'

const known = new WeakMap<Catalogue, ReadonlyMap<Field, string>>()

/** Name of the object that a field belongs to. */
function objectOf(field: Field, catalogue: Catalogue): string | undefined {
  const found =
    known.get(catalogue) ??
    new Map(catalogue.objects.flatMap(({ name, fields }) => fields.map((one) => [one, name] as const)))
  known.set(catalogue, found)
  return found.get(field)
}

interface MaskedValueProps extends ValueProps {
  /** How a value is shown that nobody masks. */
  readonly Whole: ComponentType<ValueProps>
}

/** The outline of a value, and a button that shows the whole of it for half a minute. */
function MaskedValue({ Whole, ...props }: MaskedValueProps) {
  const { field, value, record } = props
  const { t, label } = useMessages()
  const object = objectOf(field, useCatalogue())
  const [asking, setAsking] = useState(false)
  const shown = useSyncExternalStore(revealed.subscribe, () => revealed.get(record.id, field.wire))
  const name = label(field.label)
  const toggle = async (event: MouseEvent) => {
    // It stands in rows and cards that open on a click.
    event.stopPropagation()
    event.preventDefault()
    if (object === undefined || asking) return
    if (shown !== undefined) return hide(record.id, field.wire)
    setAsking(true)
    try {
      await reveal(object, record.id, field.wire)
    } catch (error) {
      const reason = error instanceof ApiError ? error.detail : String(error)
      showToast(t('sharing.revealFailed', { reason }), { tone: 'problem' })
    } finally {
      setAsking(false)
    }
  }
  return (
    <span className={classes.masked}>
      {shown === undefined ? (
        <span className={classes.outline}>{String(value)}</span>
      ) : (
        <Whole {...props} value={shown} />
      )}
      {object !== undefined && viewedAs() === undefined && (
        <IconButton
          size="sm"
          className={classes.eye}
          icon={shown === undefined ? IconEye : IconEyeOff}
          label={t(shown === undefined ? 'sharing.reveal' : 'sharing.hide', { name })}
          aria-busy={asking || undefined}
          data-reveals=""
          onClick={(event) => void toggle(event)}
          onPointerDown={(event) => event.stopPropagation()}
        />
      )}
      <span className={classes.spoken} role="status">
        {shown !== undefined && t('sharing.revealedFor', { name })}
      </span>
    </span>
  )
}

/** A view of a field type whose values are shown as an outline where the reader may know no more. */
export function maskable(view: FieldView): FieldView {
  const { Cell, Display } = view
  return {
    ...view,
    Cell: (props) =>
      props.field.masked === true ? <MaskedValue {...props} Whole={Cell} /> : <Cell {...props} />,
    Display: (props) =>
      props.field.masked === true ? <MaskedValue {...props} Whole={Display} /> : <Display {...props} />,
  }
}
