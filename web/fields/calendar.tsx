import { DatePicker } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn.js'
import 'dayjs/locale/zh-tw.js'
import { useMessages } from '#web/messages/use-messages.ts'

const dayjsLocale = { 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw', en: 'en' } as const

/** A month to choose a day of; `value` and the day chosen are `YYYY-MM-DD`. */
export default function Calendar(props: { value: string | null; onChoose: (day: string) => void }) {
  const { language, t } = useMessages()
  return (
    <DatePicker
      size="xs"
      locale={dayjsLocale[language]}
      firstDayOfWeek={language === 'en' ? 0 : 1}
      value={props.value}
      {...(props.value !== null && { defaultDate: props.value })}
      onChange={(day) => day !== null && props.onChoose(day)}
      {...(language !== 'en' && { monthLabelFormat: 'YYYY年M月', yearLabelFormat: 'YYYY年' })}
      ariaLabels={{
        nextMonth: t('fields.nextMonth'),
        previousMonth: t('fields.previousMonth'),
      }}
    />
  )
}
