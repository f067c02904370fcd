/** PUT app/field/{}/value and POST app/field/value: how the app writes its own fields, read-only ones too. */
import { noContent, platformError } from '../http/answer';
import type { Answer } from '../http/answer';
import type { Call } from '../http/call';
import { bodyOf, idList, isRecord } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { Field, Issue, Json } from '../model';
import { parseField } from '../fields/parse';
import { groupBy } from '../grouping';
import type { Site } from '../site';
import { actOf } from '../writes/act';
import { applyChanges } from '../writes/apply-changes';
import { browsable } from './find';

const MOST_ISSUES = 1_000;

interface Update {
  field: Field;
  issue: Issue;
  value: Json;
}

export const appFieldRoutes: readonly Route[] = [
  {
    method: 'PUT',
    template: '/rest/api/3/app/field/{fieldIdOrKey}/value',
    audience: 'platform',
    answer: (site, call) => {
      const field = ownField(site, call, param(call, 'fieldIdOrKey'));
      return write(
        site,
        call,
        updatesIn(call).flatMap((update) => read(site, call, field, update)),
      );
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/app/field/value',
    audience: 'platform',
    answer: (site, call) =>
      write(
        site,
        call,
        updatesIn(call).flatMap((update) =>
          read(site, call, ownField(site, call, String(update['customField'])), update),
        ),
      ),
  },
];

/** Only the app that declares a field may write it, and only as itself. */
function ownField(site: Site, call: Call, idOrKey: string): Field {
  const field = site.field(idOrKey);
  if (field === undefined) throw platformError(404, [`The custom field ${idOrKey} was not found.`]);
  if (field.app === null || call.caller.kind !== 'app' || !call.throughApp) {
    throw platformError(403, ['Only the app that owns the custom field can update its value.']);
  }
  return field;
}

function updatesIn(call: Call): Record<string, unknown>[] {
  const { updates } = bodyOf(call);
  if (!Array.isArray(updates) || updates.length === 0 || !updates.every(isRecord)) {
    throw platformError(400, ['updates must be a list of field value updates.']);
  }
  return updates;
}

function read(site: Site, call: Call, field: Field, update: Record<string, unknown>): Update[] {
  const ids = update['issueIds'];
  if (!Array.isArray(ids) || !ids.every((id) => Number.isInteger(id))) {
    throw platformError(400, ['issueIds must be a list of issue ids as numbers.']);
  }
  if (ids.length > MOST_ISSUES) throw platformError(400, [`issueIds may hold no more than ${MOST_ISSUES} ids.`]);
  if (!('value' in update)) throw platformError(400, ['value is required; null clears the field.']);
  return idList(update, 'issueIds').map((id) => {
    const issue = browsable(site, call, id);
    const parsed = parseField(site, field, site.projectOf(issue), update['value']);
    if (!parsed.ok) throw platformError(400, [], { [field.id]: parsed.error });
    return { field, issue, value: parsed.value };
  });
}

/** Everything was checked before the first value is written: one history for each issue. */
function write(site: Site, call: Call, updates: readonly Update[]): Answer {
  const changelog = call.query.get('generateChangelog') !== 'false';
  const effects = {
    changelog,
    touch: changelog || site.options.silentValuesTouchUpdated,
    events: call.query.get('generateAppEvents') !== 'false',
  };
  const act = actOf(site, call);
  for (const [issue, group] of groupBy(updates, ({ issue }) => issue)) {
    const changes = Object.fromEntries(group.map(({ field, value }) => [field.id, value]));
    applyChanges(site, issue, changes, act, effects);
  }
  return noContent();
}
