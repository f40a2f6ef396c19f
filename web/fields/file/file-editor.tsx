import type { EditorProps } from '../field-view.ts'
import { FileBox } from './file-box.tsx'

/** One file. What is chosen is saved at once. */
export function FileEditor(props: EditorProps) {
  const change = (value: string | null) => {
    props.onRefuse?.(null)
    props.onChange(value)
    props.onCommit?.(value)
  }
  return (
    <FileBox
      editor={props}
      kept={typeof props.value === 'string' ? [props.value] : []}
      multiple={false}
      onSent={change}
      onRemove={() => change(null)}
    />
  )
}
