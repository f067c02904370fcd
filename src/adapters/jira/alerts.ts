import type { JiraAlerts } from '../../services/ports';
import { writeFlagComment } from './comments';
import { sendNotification } from './notify';

/** How people are told of a flag, besides the fields: as the app. */
export const jiraAlerts: JiraAlerts = { comment: writeFlagComment, notify: sendNotification };
