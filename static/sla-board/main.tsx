import { mountSurface } from '../shared/mount-surface';
import { slaBoardMessages } from './messages';
import { SlaBoard } from './sla-board';

void mountSurface(slaBoardMessages, <SlaBoard />);
