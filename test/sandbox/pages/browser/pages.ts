/*
 * The script of every page: shows the app's frames, keeps the clock going, and looks again when the site has changed. The
 * pages work without it, except for what the app itself shows.
 */
import { startClock } from './clock';
import { mountFrames } from './frames';
import { startForms } from './forms';
import { startPulse } from './pulse';

startClock();
startForms();
startPulse();
void mountFrames();
