import { describeInBrowser } from './describe-in-browser';
import { openEveryPage } from './every-page';

describeInBrowser('every page in English', () => {
  openEveryPage([
    { language: 'en', theme: 'light', width: 1280, judged: true },
    { language: 'en', theme: 'dark', width: 1280, judged: false },
  ]);
});
