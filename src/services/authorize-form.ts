import type { Caller } from './authorize';
import type { Ports } from './ports';

/** The form of a request type on a portal, as the platform vouches for it. */
export interface PortalForm {
  readonly portalId: string;
  readonly requestTypeId: string;
}

/** Somebody who may use the portal whose form they have before them. */
export interface FormVisitor extends PortalForm {
  readonly projectId: string;
  readonly accountId: string;
  /** An employee without licence cannot be asked as: the app then asks, and only of this account and this portal. */
  readonly as: 'user' | 'app';
  /** A licensed user reads no promise on the portal (design.md §5), and mostly writes for somebody else. */
  readonly isPromised: boolean;
}

/**
 * The visitor of a form, or null. There is no request yet that they could be allowed to see, so Jira is asked for the
 * portal itself: as the user, where only a plain yes lets in, or as the app for who cannot be asked as. Nothing else is read
 * as the app before.
 */
export async function formVisitor(
  ports: Pick<Ports, 'portal'>,
  { accountId, accountType }: Caller,
  form: PortalForm,
): Promise<FormVisitor | null> {
  if (accountId === null || accountType === 'anonymous') return null;
  const as = accountType === 'unlicensed' ? 'app' : 'user';
  const projectId = await ports.portal.projectOf(form.portalId, as);
  return projectId === null ? null : { ...form, projectId, accountId, as, isPromised: accountType !== 'licensed' };
}
