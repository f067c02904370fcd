import type { RequestFormView } from '../contract/request-form';
import type { FormVisitor } from './authorize-form';
import { formPromises } from './form-promises';
import type { Ports } from './ports';
import { scopeOf } from './scope';
import { levelView } from './view-levels';

/**
 * What the portal's form asks before a request is sent, and what would be promised. Before anything is sent only this may
 * leave: the levels and the matrix, which the policy publishes to all, and the plans of the visitor's own organizations.
 * Errors: BusyError, RefusedError.
 */
export async function viewRequestForm(ports: Ports, visitor: FormVisitor): Promise<RequestFormView> {
  const tracking = await ports.policies.tracking();
  if (tracking === null) return { state: 'nothing' };
  const { projectId, requestTypeId } = visitor;
  if (scopeOf(tracking.scope, { projectId, requestTypeId, issueTypeId: null }) !== 'incident') {
    return { state: 'nothing' };
  }
  const version = await ports.policies.version(tracking.version);
  const { document } = version;
  const { levelFields } = document;
  const now = ports.now();
  const [onForm, promises] = await Promise.all([
    ports.portal.formFields(visitor.portalId, requestTypeId, visitor.as),
    promisesTo(ports, visitor).then((organizations) =>
      organizations === null ? [] : formPromises(ports, version, organizations, now),
    ),
  ]);
  const asks = (name: 'impact' | 'urgency'): boolean =>
    !onForm.includes(levelFields[name]?.fieldId ?? tracking.fields[name] ?? '');
  return {
    state: 'ready',
    at: now,
    asks: { impact: asks('impact'), urgency: asks('urgency') },
    impacts: document.impacts.map(levelView),
    urgencies: document.urgencies.map(levelView),
    priorities: document.priorities.map(({ key, label }) => ({ key, label })),
    matrix: document.matrix,
    promises,
  };
}

/** The visitor's own organizations; null for whom no promise is shown. */
async function promisesTo(ports: Ports, visitor: FormVisitor): Promise<readonly string[] | null> {
  if (!visitor.isPromised) return null;
  return visitor.as === 'user' ? ports.portal.ownOrganizations() : ports.jira.reporterOrganizations(visitor.accountId);
}
