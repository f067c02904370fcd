import { mountSurface } from '../shared/mount-surface';
import { requestFormMessages } from './messages';
import { RequestForm } from './request-form';

void mountSurface(requestFormMessages, <RequestForm />);
