import { mountSurface } from '../shared/mount-surface';
import { CustomerPanel } from './customer-panel';
import { customerPanelMessages } from './messages';

void mountSurface(customerPanelMessages, <CustomerPanel />);
