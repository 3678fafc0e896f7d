export { useUnreadElsewhere } from './api/get-unread-elsewhere';
export { NotificationBell } from './notification-bell';
