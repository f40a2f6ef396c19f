import {
  type Icon,
  IconAlignLeft,
  IconArrowUpRight,
  IconAt,
  IconBraces,
  IconCalendar,
  IconClock,
  IconCoins,
  IconHash,
  IconLetterCase,
  IconLink,
  IconListDetails,
  IconMapPin,
  IconPaperclip,
  IconPercentage,
  IconPhone,
  IconProgressCheck,
  IconStar,
  IconTag,
  IconTags,
  IconToggleLeft,
  IconUser,
} from '@tabler/icons-react'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import classes from './fields.module.css'

const icons = {
  text: IconLetterCase,
  longText: IconAlignLeft,
  richText: IconAlignLeft,
  number: IconHash,
  money: IconCoins,
  percent: IconPercentage,
  boolean: IconToggleLeft,
  date: IconCalendar,
  dateTime: IconClock,
  select: IconProgressCheck,
  multiSelect: IconListDetails,
  tags: IconTags,
  email: IconAt,
  phone: IconPhone,
  url: IconLink,
  address: IconMapPin,
  rating: IconStar,
  autoNumber: IconHash,
  user: IconUser,
  relation: IconArrowUpRight,
  relations: IconArrowUpRight,
  anyRecord: IconTag,
  file: IconPaperclip,
  json: IconBraces,
} satisfies Record<FieldTypeName, Icon>

/** What kind of value a column or a chip is about. */
export function FieldIcon({ type }: { type: FieldTypeName }) {
  const Shape = icons[type]
  return <Shape size={14} stroke={1.75} className={classes.typeIcon} aria-hidden />
}
