import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

export const activity: ObjectDefinition = {
  name: 'activity',
  label: label('跟进记录', '跟進紀錄', 'Activity'),
  pluralLabel: label('跟进记录', '跟進紀錄', 'Activities'),
  icon: 'timeline-event',
  color: 'teal',
  title: 'subject',
  app: 'work',
  description: label(
    '与客户之间发生的事',
    '與客戶之間發生的事',
    'What happened between you and your customers',
  ),
  columns: ['subject', 'kind', 'regarding', 'occurredAt', 'outcome', 'owner'],
  fields: [
    { name: 'subject', type: 'text', label: label('主题', '主旨', 'Subject'), maxLength: 500 },
    {
      name: 'kind',
      type: 'select',
      label: label('方式', '方式', 'Kind'),
      required: true,
      default: 'note',
      options: [
        option('note', '备注', '備註', 'Note', 'grey'),
        option('call', '电话', '電話', 'Call', 'green'),
        option('meeting', '会议', '會議', 'Meeting', 'purple'),
        option('visit', '拜访', '拜訪', 'Visit', 'orange'),
        option('email', '邮件', '電子郵件', 'Email', 'blue'),
        option('wechat', '微信', '微信', 'WeChat', 'teal'),
        option('sms', '短信', '簡訊', 'Text message', 'amber'),
        option('other', '其他', '其他', 'Other', 'grey'),
      ],
    },
    {
      name: 'regarding',
      type: 'anyRecord',
      multiple: true,
      label: label('关联对象', '相關記錄', 'Regarding'),
    },
    {
      name: 'occurredAt',
      type: 'dateTime',
      label: label('发生时间', '發生時間', 'Occurred at'),
      default: { expression: 'now()' },
    },
    { name: 'endsAt', type: 'dateTime', label: label('结束时间', '結束時間', 'Ends at') },
    {
      name: 'outcome',
      type: 'select',
      label: label('跟进结果', '跟進結果', 'Outcome'),
      options: [
        option('reached', '已接通', '已接通', 'Reached', 'blue'),
        option('noAnswer', '未接通', '未接通', 'No answer', 'grey'),
        option('interested', '有意向', '有意願', 'Interested', 'green'),
        option('agreed', '达成一致', '達成共識', 'Agreed', 'green'),
        option('followUp', '需再跟进', '需再跟進', 'Follow up', 'amber'),
        option('declined', '无意向', '無意願', 'Not interested', 'red'),
      ],
    },
    {
      name: 'participants',
      type: 'anyRecord',
      multiple: true,
      label: label('参与人', '參與者', 'Participants'),
    },
    { name: 'body', type: 'longText', label: label('内容', '內容', 'Body') },
    { name: 'files', type: 'relations', to: 'file', label: label('附件', '附件', 'Files') },
  ],
}
