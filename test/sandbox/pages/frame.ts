import { html, type Markup } from './web/html';

/** What a module stands on: the server makes its context of it, as the person who is signed in. */
export type FrameSubject =
  | { readonly issueKey: string; readonly entryPoint?: 'view' | 'edit' }
  | { readonly requestKey: string }
  | { readonly requestTypeId: string }
  | { readonly createsIn: string }
  | { readonly issueKey: string; readonly transitionId: string }
  | { readonly projectKey: string }
  | { readonly gadget: { readonly projectId: string | null }; readonly entryPoint: 'view' | 'edit' }
  | null;

export interface FrameParts {
  readonly moduleKey: string;
  readonly place?: 'main' | 'view' | 'edit';
  readonly subject: FrameSubject;
  /** The frame's name for people who do not see it. */
  readonly title: string;
  /**
   * `configure-gadget`: what the frame submits becomes the gadget's configuration, in the page's address.
   * `save-field`: what the frame submits becomes the issue's field. `form-value`: it becomes the value of the hidden input
   * `input` of the form around it. `form-property`: its fields become that value, as JSON, and the form can be sent while
   * the frame says it is valid.
   */
  readonly submits?:
    | { readonly kind: 'configure-gadget' | 'save-field'; readonly url: string }
    | { readonly kind: 'form-value' | 'form-property'; readonly input: string };
}

/** Where the page's script mounts a module of the app. */
export function frame({ moduleKey, place = 'main', subject, title, submits }: FrameParts): Markup {
  return html`<div
    class="frame frame-${moduleKey}"
    data-module="${moduleKey}"
    data-place="${place}"
    data-subject="${JSON.stringify(subject)}"
    data-title="${title}"
    ${
      submits === undefined
        ? null
        : html`data-submits="${submits.kind}" data-target="${'url' in submits ? submits.url : submits.input}"`
    }
  ></div>`;
}
