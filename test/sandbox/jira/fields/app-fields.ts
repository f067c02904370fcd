/** The custom fields that the app's manifest declares, as Jira makes them when the app is installed. */
import type { DeclaredField } from '../../seam';
import type { Field, FieldKind, SiteState } from '../model';

const FIRST_ID = 10_050;

const KINDS: Record<string, FieldKind> = {
  string: 'app-string',
  number: 'app-number',
  date: 'app-date',
  datetime: 'app-datetime',
  object: 'app-object',
  user: 'app-user',
  group: 'app-group',
};

/**
 * One field per declared module, ids counted up in order of declaration, keyed in `schema.custom` by the app's ARI.
 * Throws on a type that manifests cannot name.
 */
export function appFields(declared: readonly DeclaredField[], appId: string, environmentId: string): Field[] {
  return declared.map((field, index) => {
    const kind = KINDS[field.type];
    if (kind === undefined) throw new Error(`custom field ${field.moduleKey}: a manifest has no type ${field.type}`);
    const customId = FIRST_ID + index;
    return {
      id: `customfield_${customId}`,
      name: field.name,
      kind,
      schema: {
        type: field.type,
        custom: `ari:cloud:ecosystem::extension/${bareId(appId)}/${environmentId}/static/${field.moduleKey}`,
        customId,
      },
      clauseNames: [],
      app: {
        moduleKey: field.moduleKey,
        readOnly: field.readOnly,
        ...(field.parser === undefined ? {} : { parser: field.parser }),
        ...(field.validation === undefined ? {} : { validation: field.validation }),
      },
      options: [],
    };
  });
}

/**
 * Brings the fields of a restored site to what the manifest declares now: known modules keep their ids and take over
 * name and access, new ones get ids that are free. A field that the manifest dropped stays, as in Jira.
 */
export function installFields(state: SiteState, declared: readonly Field[]): void {
  for (const field of declared) {
    const known = Object.values(state.fields).find(({ schema }) => schema.custom === field.schema.custom);
    if (known === undefined) {
      state.lastId += 1;
      const customId = state.lastId;
      const id = `customfield_${customId}`;
      state.fields[id] = { ...field, id, schema: { ...field.schema, customId } };
    } else {
      known.name = field.name;
      known.app = field.app;
    }
  }
}

/** The UUID of an app id that may be written as an ARI (`ari:cloud:ecosystem::app/{uuid}`). */
export function bareId(appId: string): string {
  return appId.slice(appId.lastIndexOf('/') + 1);
}
