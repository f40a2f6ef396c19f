import { useRecordName } from '#web/fields/record-name.tsx'
import type { Reference } from '#web/fields/reference.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { doneKey } from './lines.ts'
import { type Section, type SectionName, sectionNames } from './sections.ts'

const isSection = (key: string): key is SectionName => sectionNames.some((name) => name === key)

interface SectionTitleProps {
  readonly section: Section['key']
  readonly grouped: boolean
  /** The record whose tasks these are. */
  readonly about: Reference | undefined
}

/** A section is called by its day, or by its record. */
export function SectionTitle({ section, grouped, about }: SectionTitleProps) {
  const { t } = useMessages()
  if (about !== undefined) return <AboutName about={about} />
  if (section === doneKey) return t('tasks.done')
  return !grouped && isSection(section) ? t(`tasks.${section}`) : t('tasks.aboutNothing')
}

const AboutName = ({ about }: { about: Reference }) => useRecordName(about)
