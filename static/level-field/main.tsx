import { mountSurface } from '../shared/mount-surface';
import { LevelField } from './level-field';
import { levelFieldMessages } from './messages';

void mountSurface(levelFieldMessages, <LevelField />);
