import { createHostBridge, type MountOptions } from '../../../../sandbox/platform/host-bridge';

/* The page around the fixture's frames: notes what the frames ask of it. */
const notes: unknown[] = [];
const bridge = createHostBridge({
  urlOf: (location) => {
    if (location['target'] !== 'issue') throw new Error(`no address of ${String(location['target'])}`);
    return `/browse/${String(location['issueKey'])}`;
  },
});
const mount = (options: Partial<MountOptions>) =>
  bridge.mount({
    container: document.body,
    moduleKey: 'panel',
    subject: { issueKey: 'SUP-10' },
    title: 'Panel',
    onSubmit: (payload) => void notes.push(['submit', payload]),
    historyBase: '/host',
    ...options,
  });
Object.assign(window, { host: { notes, mount } });
