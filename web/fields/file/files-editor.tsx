import { useRef } from 'react'
import type { EditorProps } from '../field-view.ts'
import { textsOf } from '../option.tsx'
import { FileBox } from './file-box.tsx'

/** Several files. They are saved once all that were given at once are sent; one that is refused holds up none. */
export function FilesEditor(props: EditorProps) {
  const kept = textsOf(props.value)
  const latest = useRef<readonly string[]>(kept)
  const change = (next: readonly string[]) => {
    latest.current = next
    props.onChange(next)
  }
  return (
    <FileBox
      editor={props}
      kept={kept}
      multiple
      onSent={(id) => change([...latest.current, id])}
      onDone={() => props.onCommit?.(latest.current)}
      onRemove={(gone) => {
        props.onRefuse?.(null)
        change(latest.current.filter((id) => id !== gone))
        props.onCommit?.(latest.current)
      }}
    />
  )
}
