import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

export const task: ObjectDefinition = {
  name: 'task',
  label: label('任务', '任務', 'Task'),
  pluralLabel: label('任务', '任務', 'Tasks'),
  icon: 'checkbox',
  color: 'purple',
  title: 'subject',
  app: 'work',
  columns: ['subject', 'status', 'dueAt', 'priority', 'regarding', 'assignee'],
  fields: [
    {
      name: 'subject',
      type: 'text',
      label: label('任务主题', '任務主旨', 'Subject'),
      required: true,
      maxLength: 500,
    },
    {
      name: 'status',
      type: 'select',
      label: label('状态', '狀態', 'Status'),
      required: true,
      default: 'open',
      options: [
        option('open', '待办', '待辦', 'Open', 'blue'),
        option('inProgress', '进行中', '進行中', 'In progress', 'amber'),
        option('done', '已完成', '已完成', 'Done', 'green'),
        option('cancelled', '已取消', '已取消', 'Cancelled', 'grey'),
      ],
    },
    { name: 'dueAt', type: 'dateTime', label: label('截止时间', '到期時間', 'Due at') },
    { name: 'remindAt', type: 'dateTime', label: label('提醒时间', '提醒時間', 'Remind at') },
    {
      name: 'priority',
      type: 'select',
      label: label('优先级', '優先順序', 'Priority'),
      default: 'normal',
      options: [
        option('urgent', '紧急', '緊急', 'Urgent', 'red'),
        option('high', '高', '高', 'High', 'orange'),
        option('normal', '普通', '一般', 'Normal', 'blue'),
        option('low', '低', '低', 'Low', 'grey'),
      ],
    },
    {
      name: 'assignee',
      type: 'user',
      label: label('执行人', '執行者', 'Assignee'),
    },
    {
      name: 'regarding',
      type: 'anyRecord',
      label: label('关联对象', '相關記錄', 'Regarding'),
    },
    { name: 'description', type: 'longText', label: label('说明', '說明', 'Description') },
  ],
}
