import { mountSurface } from '../shared/mount-surface';
import { AgentPanel } from './agent-panel';
import { agentPanelMessages } from './messages';

void mountSurface(agentPanelMessages, <AgentPanel />);
