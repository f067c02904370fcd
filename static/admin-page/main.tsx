import { mountSurface } from '../shared/mount-surface';
import { AdminPage } from './admin-page';
import { adminPageMessages } from './messages';

void mountSurface(adminPageMessages, <AdminPage />);
