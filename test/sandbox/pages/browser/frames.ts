import { createHostBridge, type MountOptions } from '../../platform/host-bridge';

const bridge = createHostBridge({
  urlOf: ({ target, issueKey }) => {
    if (target === 'issue' && typeof issueKey === 'string') return `/browse/${issueKey}`;
    throw new Error(`The local site has no page for ${String(target)}.`);
  },
});

/** Shows every module that the page has a place for; the levels' editors only when somebody asks for them. */
export async function mountFrames(): Promise<void> {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-edit]')) {
    button.addEventListener('click', () => void openEditor(button));
  }
  await Promise.all([...document.querySelectorAll<HTMLElement>('.frame')].map((place) => mount(place)));
}

async function mount(place: HTMLElement, onClose?: () => void): Promise<void> {
  const { module = '', place: entry = 'main', subject = 'null', title = '' } = place.dataset;
  const onSubmit = submitOf(place);
  await bridge.mount({
    container: place,
    moduleKey: module,
    place: entry,
    subject: JSON.parse(subject),
    title,
    onRefresh: () => location.reload(),
    ...(onSubmit === null ? {} : { onSubmit }),
    ...(onClose === undefined ? {} : { onClose }),
  });
}

/** What happens with a value that a field's editor submits: Jira saves it, or the form around it takes it along. */
function submitOf(place: HTMLElement): NonNullable<MountOptions['onSubmit']> | null {
  const { submits, target = '' } = place.dataset;
  if (submits === 'form-value') {
    return (value) => {
      const input = place.closest('form')?.elements.namedItem(target);
      if (input instanceof HTMLInputElement) input.value = typeof value === 'string' ? value : '';
    };
  }
  if (submits === 'form-property') return (payload) => keepProperty(place, target, payload);
  if (submits === 'configure-gadget') {
    return (configuration) => {
      const { projectId } = configuration as { projectId?: string };
      location.assign(`${target}?project=${encodeURIComponent(projectId ?? '')}`);
    };
  }
  if (submits !== 'save-field') return null;
  return async (value) => {
    const response = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value: value ?? null }),
    });
    if (!response.ok) throw new Error(`Jira did not take the value: ${String(response.status)}`);
    location.reload();
  };
}

/** `view.submit({ fields, isValid })` of a panel in the form of a new request; anything else is refused, as the portal does. */
function keepProperty(place: HTMLElement, target: string, payload: unknown): void {
  const { fields, isValid } = (payload ?? {}) as { fields?: unknown; isValid?: unknown };
  if (!Array.isArray(fields) || typeof isValid !== 'boolean') throw new Error('The form takes fields and isValid.');
  const form = place.closest('form');
  const input = form?.elements.namedItem(target);
  if (input instanceof HTMLInputElement) {
    const entries = (fields as { key: string; value: unknown }[]).map(({ key, value }) => [key, value]);
    input.value = JSON.stringify(Object.fromEntries(entries));
  }
  const send = form?.querySelector<HTMLButtonElement>('.button-primary');
  if (send) send.disabled = !isValid;
}

/** Puts a level's own editor in the place of its view, until it is saved or closed. */
async function openEditor(button: HTMLButtonElement): Promise<void> {
  const row = button.closest<HTMLElement>('.level-row');
  const template = row?.querySelector('template');
  const view = row?.querySelector<HTMLElement>('[data-view]');
  if (row == null || template == null || view == null) return;
  const editor = template.content.querySelector<HTMLElement>('.frame')?.cloneNode(true) as HTMLElement;
  const close = (): void => {
    editor.remove();
    view.hidden = false;
    button.hidden = false;
    button.focus();
  };
  view.hidden = true;
  button.hidden = true;
  row.append(editor);
  await mount(editor, close);
}
