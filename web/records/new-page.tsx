import { useDocumentTitle } from '@mantine/hooks'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useObject } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { TopBar } from '#web/design/top-bar.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { preparePicker } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import classes from './form/form.module.css'
import { FormFields } from './form/form-fields.tsx'
import { useRecordForm } from './form/use-record-form.ts'
import { inSentence } from './in-sentence.ts'

const route = '/shell/o/$object/new'

// The page is shown with all of its fields, or not yet.
await preparePicker()

/** A new record of any object. */
export function Component() {
  const { object } = useParams({ from: route })
  return <NewPage key={object} name={object} />
}

function NewPage({ name }: { name: string }) {
  const { t, label, language } = useMessages()
  const object = useObject(name)
  useDocumentTitle(
    t('records.documentTitle', {
      title: t('records.newRecord', { object: inSentence(label(object.label), language) }),
    }),
  )
  const phone = usePhone()
  const navigate = useNavigate()
  const prefilled = useSearch({ from: route })
  const form = useRecordForm(object, prefilled, (made) => {
    showToast(t('records.createdNamed', { name: titleOf(object, made) }))
    void navigate({ to: '/o/$object/$id', params: { object: name, id: made.id }, replace: true })
  })
  const save = (
    <Button
      variant="primary"
      busy={form.saving}
      keyHint={phone ? undefined : withMod('↵')}
      onClick={form.submit}
    >
      {t('records.save')}
    </Button>
  )
  return (
    <>
      <TopBar
        before={<Breadcrumb object={object} />}
        title={t('records.newRecord', { object: inSentence(label(object.label), language) })}
        actions={
          !phone && (
            <>
              <ButtonLink to="/o/$object" params={{ object: name }} onClick={form.callOff}>
                {t('design.cancel')}
              </ButtonLink>
              {save}
            </>
          )
        }
      />
      <div className={classes.page}>
        <div className={classes.column}>
          <FormFields object={object} form={form} />
        </div>
      </div>
      {phone && <footer className={classes.foot}>{save}</footer>}
    </>
  )
}
