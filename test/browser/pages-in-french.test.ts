import { describeInBrowser } from './describe-in-browser';
import { openEveryPage } from './every-page';

describeInBrowser('every page in French', () => {
  openEveryPage([
    { language: 'fr', theme: 'light', width: 360, judged: false },
    { language: 'fr', theme: 'light', width: 1280, judged: false },
    { language: 'fr', theme: 'dark', width: 1280, judged: true },
  ]);
});
