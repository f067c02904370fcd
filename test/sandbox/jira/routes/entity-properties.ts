/** Properties of issues and comments: keys, get, put, delete. Values are JSON of at most 32,768 characters. */
import { noContent, ok, platformError } from '../http/answer';
import type { Answer } from '../http/answer';
import type { Call } from '../http/call';
import type { Route } from '../http/route';
import { param } from '../http/route';
import type { Comment, Json } from '../model';
import type { Site } from '../site';
import { isInternal, PUBLIC_COMMENT } from '../writes/comments';
import { browsable, commentOf, issueOf, requireOnIssue } from './find';

const MOST_CHARACTERS = 32_768;
const MOST_KEY = 255;

interface Owner {
  properties: Record<string, Json>;
  self: string;
}

export const entityPropertyRoutes: readonly Route[] = [
  ...propertyRoutes('/rest/api/3/issue/{issueIdOrKey}/properties', (site, call, writes) => {
    const issue = issueOf(site, call);
    if (writes) requireOnIssue(site, call, 'EDIT_ISSUES', issue);
    return { properties: issue.properties, self: `${site.options.baseUrl}/rest/api/3/issue/${issue.id}/properties` };
  }),
  ...propertyRoutes(
    '/rest/api/3/comment/{commentId}/properties',
    (site, call, writes) => {
      const commentId = param(call, 'commentId');
      const issue = browsable(site, call, site.issueOfComment(commentId)?.id ?? '');
      if (writes) requireOnIssue(site, call, 'ADD_COMMENTS', issue);
      const comment = commentOf(site, call, issue, commentId);
      return {
        properties: comment.properties,
        self: `${site.options.baseUrl}/rest/api/3/comment/${commentId}/properties`,
      };
    },
    afterCommentProperty,
  ),
];

function propertyRoutes(
  base: string,
  ownerOf: (site: Site, call: Call, writes: boolean) => Owner,
  after: (site: Site, call: Call) => void = () => undefined,
): Route[] {
  const audience = 'platform';
  const template = `${base}/{propertyKey}`;
  return [
    { method: 'GET', template: base, audience, answer: (site, call) => keys(ownerOf(site, call, false)) },
    { method: 'GET', template, audience, answer: (site, call) => read(ownerOf(site, call, false), call) },
    {
      method: 'PUT',
      template,
      audience,
      answer: (site, call) => {
        const answer = put(ownerOf(site, call, true).properties, call);
        after(site, call);
        return answer;
      },
    },
    {
      method: 'DELETE',
      template,
      audience,
      answer: (site, call) => {
        const { properties } = ownerOf(site, call, true);
        const key = existing(properties, call);
        delete properties[key];
        after(site, call);
        return noContent();
      },
    },
  ];
}

function keys({ properties, self }: Owner): Answer {
  return ok(
    { keys: Object.keys(properties).map((key) => ({ key, self: `${self}/${encodeURIComponent(key)}` })) },
    { core: 1 },
  );
}

function read({ properties }: Owner, call: Call): Answer {
  const key = existing(properties, call);
  return ok({ key, value: properties[key] ?? null }, { core: 1 });
}

/** 201 for a new key, 200 for one that is replaced. */
export function put(properties: Record<string, Json>, call: Call): Answer {
  const key = param(call, 'propertyKey');
  if (key.length > MOST_KEY) throw platformError(400, [`The property key is longer than ${MOST_KEY} characters.`]);
  if (call.body === undefined) throw platformError(400, ['The property value must be a valid, non-empty JSON.']);
  if (JSON.stringify(call.body).length > MOST_CHARACTERS) {
    throw platformError(400, [`The property value is longer than ${MOST_CHARACTERS} characters.`]);
  }
  const isNew = !Object.hasOwn(properties, key);
  properties[key] = call.body as Json;
  return {
    status: isNew ? 201 : 200,
    body: isNew ? 'Property created' : 'Property updated',
    headers: {},
    objects: null,
  };
}

/** The key asked for, if it is set; 404 otherwise. */
export function existing(properties: Record<string, Json>, call: Call): string {
  const key = param(call, 'propertyKey');
  if (!Object.hasOwn(properties, key)) throw platformError(404, [`The property ${key} does not exist.`]);
  return key;
}

/** A comment's visibility on the portal follows its property sd.public.comment. */
function afterCommentProperty(site: Site, call: Call): void {
  const commentId = param(call, 'commentId');
  const issue = site.issueOfComment(commentId);
  const comment: Comment | undefined = issue?.comments.find(({ id }) => id === commentId);
  if (param(call, 'propertyKey') !== PUBLIC_COMMENT || issue === undefined || comment === undefined) return;
  if (site.projectOf(issue).type === 'service_desk') comment.isPublic = !isInternal(comment.properties);
}
