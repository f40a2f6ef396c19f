import type { Color } from '#shared/metadata/definition.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { StatusDot } from '../status-dot.tsx'
import { Tag } from '../tag.tsx'

const colors: readonly Color[] = ['grey', 'red', 'orange', 'amber', 'green', 'teal', 'blue', 'purple', 'pink']

/** All nine hues. */
export function GalleryColors({ kind }: { kind: 'tag' | 'dot' }) {
  const { t } = useMessages()
  const Shape = kind === 'tag' ? Tag : StatusDot
  return colors.map((color) => (
    <Shape key={color} color={color}>
      {t('design.sampleLevelA')}
    </Shape>
  ))
}
