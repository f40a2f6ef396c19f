import { IconCube } from '@tabler/icons-react'
import { objectIcons } from './object-icons.ts'

/** The icon of an object by the name its metadata gives; a cube where it names none that is known. */
export function ObjectIcon({ name, size = 16 }: { name: string | undefined; size?: number }) {
  const Icon = objectIcons[name ?? ''] ?? IconCube
  return <Icon aria-hidden style={{ width: size, height: size }} />
}
