import { FileButton } from '@mantine/core'
import { IconFile, IconUpload, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiError, address, getRecord, keys, request } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { byteSize } from './byte-size.ts'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { NoFilter } from './no-filter.tsx'

/** A file's record: name, contentType, size in bytes. */
function useFile(id: string | undefined) {
  return useQuery({
    queryKey: keys.recordWith('file', id ?? '', []),
    queryFn: () => getRecord('file', id ?? ''),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

function FileLink({ value }: Pick<ValueProps, 'value'>) {
  const { language } = useMessages()
  const id = String(value)
  const file = useFile(id)
  const name = typeof file?.name === 'string' ? file.name : ''
  const picture =
    typeof file?.contentType === 'string' && /^image\/(png|jpeg|gif|webp)$/.test(file.contentType)
  return (
    <a
      className={classes.file}
      href={address(`/files/${id}`)}
      target="_blank"
      rel="noopener"
      title={name}
      onClick={(event) => event.stopPropagation()}
    >
      {picture ? (
        <img src={address(`/files/${id}`)} alt="" className={classes.thumbnail} loading="lazy" />
      ) : (
        <IconFile aria-hidden size={14} />
      )}
      <span className={classes.line}>{name}</span>
      {typeof file?.size === 'number' && <small>{byteSize(file.size, language)}</small>}
    </a>
  )
}

async function upload(file: File): Promise<string> {
  const form = new FormData()
  form.append('file', file)
  const { data } = await request<{ data?: { id: string }; id?: string }>('POST', '/files', { body: form })
  return data.data?.id ?? data.id ?? ''
}

function FileEditor(props: EditorProps) {
  const { t } = useMessages()
  const change = (value: string | null) => {
    props.onRefuse?.(null)
    props.onChange(value)
    props.onCommit?.(value)
  }
  const sending = useMutation({
    mutationFn: upload,
    onSuccess: change,
    onError: (error) => props.onRefuse?.(error instanceof ApiError ? error.detail : String(error)),
  })
  return (
    <span className={classes.withIcon}>
      {typeof props.value === 'string' && (
        <>
          <FileLink value={props.value} />
          <IconButton size="sm" icon={IconX} label={t('fields.removeFile')} onClick={() => change(null)} />
        </>
      )}
      <FileButton onChange={(file) => file !== null && sending.mutate(file)}>
        {(button) => (
          <Button
            {...button}
            id={props.id}
            size="sm"
            icon={IconUpload}
            busy={sending.isPending}
            autoFocus={props.autoFocus}
          >
            {t('design.chooseFile')}
          </Button>
        )}
      </FileButton>
    </span>
  )
}

export const file: FieldView = {
  Cell: FileLink,
  Display: FileLink,
  Editor: FileEditor,
  FilterInput: NoFilter,
}
