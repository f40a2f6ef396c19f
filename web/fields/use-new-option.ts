import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sameInAllLanguages } from '#shared/language.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { ApiError, keys, request, useCatalogue, useMay } from '#web/data/index.ts'
import { hueOf } from '#web/design/hue.ts'
import type { EditorProps } from './field-view.ts'

/**
 * Makes a new option of what was typed, where the person may change the workspace's fields; undefined for others. The
 * field itself is read anew, so that options made elsewhere meanwhile are kept.
 * @param onMade told its value
 */
export function useNewOption(
  { field, object, onRefuse }: Pick<EditorProps, 'field' | 'object' | 'onRefuse'>,
  onMade: (value: string) => void,
): { readonly make: ((text: string) => void) | undefined; readonly making: boolean } {
  const client = useQueryClient()
  const permitted = useMay().right('metadata')
  const known = useCatalogue().find(object)?.fieldByName.get(field.name) !== undefined
  const making = useMutation({
    mutationFn: async (text: string) => {
      const path = `/objects/${object}/fields`
      const { data } = await request<{ data: readonly Pick<Field, 'name' | 'options'>[] }>('GET', path)
      const options = data.data.find(({ name }) => name === field.name)?.options ?? []
      if (!options.some(({ value }) => value === text)) {
        const option = { value: text, label: sameInAllLanguages(text), color: hueOf(text) }
        await request('PATCH', `${path}/${field.name}`, { body: { options: [...options, option] } })
      }
      await client.invalidateQueries({ queryKey: keys.catalogue })
      return text
    },
    onSuccess: onMade,
    onError: (error) =>
      onRefuse?.(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error)),
  })
  const allowed = permitted && known && !field.system
  return { make: allowed ? (text) => making.mutate(text) : undefined, making: making.isPending }
}
