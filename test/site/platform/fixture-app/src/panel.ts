import { events, i18n, invoke, Modal, requestJira, router, showFlag, view } from '@forge/bridge';

/* The fixture's surface: puts the bridge's functions where a test in the browser can reach them. */
Object.assign(window, { forge: { events, i18n, invoke, Modal, requestJira, router, showFlag, view } });
document.body.dataset['ready'] = 'true';
