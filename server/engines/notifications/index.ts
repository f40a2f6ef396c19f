export { keepNotifications } from './housekeeping.ts'
export { notificationOperations } from './operations.ts'
export { NotificationRunner } from './runner.ts'
export { notificationSignal } from './topic.ts'
