/** Histories of an issue's changelog. `created` is an ISO text here and epoch milliseconds in bulkfetch only. */
import type { History, Issue, Json, JsonObject } from '../model';
import { itemView } from '../events/event-parts';
import type { Site } from '../site';
import { userView } from './people';
import { jiraTimestamp } from './times';

export function historyView(site: Site, history: History, created: Json): JsonObject {
  return {
    id: history.id,
    author: userView(site, site.user(history.authorId)),
    created,
    items: history.items.map((item) => itemView(item, site.options.minimalChangelog)),
    ...(history.historyMetadata === null ? {} : { historyMetadata: history.historyMetadata }),
  };
}

/** The changelog inside an issue: the newest first and no more than `most`, with the whole count beside it. */
export function embeddedChangelog(site: Site, issue: Issue, timeZone: string, most: number): JsonObject {
  const newest = issue.histories.toReversed().slice(0, most);
  return {
    startAt: 0,
    maxResults: newest.length,
    total: issue.histories.length,
    histories: newest.map((history) => historyView(site, history, jiraTimestamp(history.created, timeZone))),
  };
}
