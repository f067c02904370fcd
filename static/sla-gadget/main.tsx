import { mountSurface } from '../shared/mount-surface';
import { slaGadgetMessages } from './messages';
import { SlaGadget } from './sla-gadget';

void mountSurface(slaGadgetMessages, <SlaGadget />);
