/**
 * The fields that Jira and Jira Service Management bring. The custom ones are known by `schema.custom`, never by name:
 * JSM translates their names with the site's language (a Korean site calls Organizations 기관).
 */
import type { Field, FieldKind, FieldSchema } from '../model';

export type SiteLanguage = 'en' | 'fr' | 'ko';
type Names = Record<SiteLanguage, string>;

export const ORGANIZATIONS = 'customfield_10002';
export const REQUEST_TYPE = 'customfield_10010';
export const PARTICIPANTS = 'customfield_10026';
export const REQUEST_LANGUAGE = 'customfield_10029';

const names = (en: string, fr: string, ko: string): Names => ({ en, fr, ko });

interface Definition {
  id: string;
  names: Names;
  kind: FieldKind;
  schema: FieldSchema;
  clauseNames?: string[];
}

const system = (
  id: string,
  kind: FieldKind,
  type: string,
  label: Names,
  clauseNames = [id],
  items?: string,
): Definition => ({
  id,
  names: label,
  kind,
  schema: { type, ...(items === undefined ? {} : { items }), system: id },
  clauseNames,
});

const custom = (id: string, kind: FieldKind, type: string, key: string, label: Names, items?: string): Definition => ({
  id,
  names: label,
  kind,
  schema: {
    type,
    ...(items === undefined ? {} : { items }),
    custom: key,
    customId: Number(id.slice('customfield_'.length)),
  },
});

const DEFINITIONS: readonly Definition[] = [
  system('summary', 'text', 'string', names('Summary', 'Résumé', '요약')),
  system('description', 'adf', 'string', names('Description', 'Description', '설명')),
  system('issuetype', 'issue-type', 'issuetype', names('Issue Type', 'Type de ticket', '이슈 유형'), [
    'issuetype',
    'type',
  ]),
  system('project', 'project', 'project', names('Project', 'Projet', '프로젝트')),
  system('reporter', 'user', 'user', names('Reporter', 'Rapporteur', '보고자')),
  system('creator', 'user', 'user', names('Creator', 'Créateur', '만든 사람')),
  system('assignee', 'user', 'user', names('Assignee', 'Personne assignée', '담당자')),
  system('priority', 'priority', 'priority', names('Priority', 'Priorité', '우선순위')),
  system('status', 'status', 'status', names('Status', 'État', '상태')),
  system(
    'statusCategory',
    'status-category',
    'statusCategory',
    names('Status Category', "Catégorie d'état", '상태 카테고리'),
  ),
  system('resolution', 'resolution', 'resolution', names('Resolution', 'Résolution', '해결책')),
  system(
    'fixVersions',
    'versions',
    'array',
    names('Fix versions', 'Versions corrigées', '수정 버전'),
    ['fixVersion'],
    'version',
  ),
  system('labels', 'labels', 'array', names('Labels', 'Étiquettes', '레이블'), ['labels'], 'string'),
  system('created', 'instant', 'datetime', names('Created', 'Création', '만듦'), ['created', 'createdDate']),
  system('updated', 'instant', 'datetime', names('Updated', 'Mise à jour', '업데이트됨'), ['updated', 'updatedDate']),
  system('resolutiondate', 'instant', 'datetime', names('Resolved', 'Résolu', '해결됨'), [
    'resolutiondate',
    'resolved',
  ]),
  system('comment', 'comments', 'comments-page', names('Comment', 'Commentaire', '댓글')),
  custom(
    ORGANIZATIONS,
    'organizations',
    'array',
    'com.atlassian.servicedesk:sd-customer-organizations',
    names('Organizations', 'Organisations', '기관'),
    'sd-customerorganization',
  ),
  custom(
    REQUEST_TYPE,
    'request-type',
    'sd-customerrequesttype',
    'com.atlassian.servicedesk:vp-origin',
    names('Request Type', 'Type de demande', '요청 유형'),
  ),
  custom(
    PARTICIPANTS,
    'users',
    'array',
    'com.atlassian.servicedesk:sd-request-participants',
    names('Request participants', 'Participants à la demande', '요청 참가자'),
    'user',
  ),
  custom(
    REQUEST_LANGUAGE,
    'language',
    'sd-request-lang',
    'com.atlassian.servicedesk.servicedesk-lingo-integration-plugin:sd-request-language',
    names('Request language', 'Langue de la demande', '요청 언어'),
  ),
];

/** Jira's and JSM's own fields, named in the site's language. */
export function systemFields(language: SiteLanguage): Field[] {
  return DEFINITIONS.map((definition) => ({
    id: definition.id,
    name: definition.names[language],
    kind: definition.kind,
    schema: definition.schema,
    clauseNames: definition.clauseNames ?? [],
    app: null,
    options: [],
  }));
}
