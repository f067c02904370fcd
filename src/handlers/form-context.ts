/**
 * The context of the portal form's panel. Not confirmed on a live site: that it names the portal and the request type as
 * the panel of a sent request does (`portal.id`, `request.typeId`). A context of another form refuses.
 */
import * as v from 'valibot';
import type { PortalForm } from '../services/authorize-form';

const idText = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d+$/));

const formContext = v.object({
  extension: v.object({
    type: v.literal('jiraServiceManagement:portalRequestCreatePropertyPanel'),
    portal: v.object({ id: idText }),
    request: v.object({ typeId: idText }),
  }),
});

/** The form that the panel stands on; null in any other module. */
export function formOf(context: unknown): PortalForm | null {
  const parsed = v.safeParse(formContext, context);
  if (!parsed.success) return null;
  const { portal, request } = parsed.output.extension;
  return { portalId: portal.id, requestTypeId: request.typeId };
}
