/** Every route that the stand-in serves. */
import type { Route } from '../http/route';
import { appFieldRoutes } from './app-fields';
import { changelogRoutes } from './changelogs';
import { commentRoutes } from './comments';
import { createMetaRoutes } from './create-meta';
import { entityPropertyRoutes } from './entity-properties';
import { fieldRoutes } from './fields';
import { issueReadRoutes } from './issues-read';
import { issueWriteRoutes } from './issues-write';
import { organizationPropertyRoutes } from './jsm/organization-properties';
import { organizationRoutes } from './jsm/organizations';
import { requestCommentRoutes } from './jsm/request-comments';
import { requestPeopleRoutes } from './jsm/request-people';
import { requestTransitionRoutes } from './jsm/request-transitions';
import { requestRoutes } from './jsm/requests';
import { serviceDeskRoutes } from './jsm/service-desks';
import { notifyRoutes } from './notify';
import { peopleRoutes } from './people';
import { permissionRoutes } from './permissions';
import { priorityRoutes } from './priorities';
import { projectRoutes } from './projects';
import { screenRoutes } from './screens';
import { searchRoutes } from './search';
import { infoRoutes } from './server-info';
import { statusRoutes } from './statuses';
import { transitionRoutes } from './transitions';

export const ALL_ROUTES: readonly Route[] = [
  ...issueReadRoutes,
  ...issueWriteRoutes,
  ...createMetaRoutes,
  ...changelogRoutes,
  ...commentRoutes,
  ...entityPropertyRoutes,
  ...transitionRoutes,
  ...notifyRoutes,
  ...fieldRoutes,
  ...appFieldRoutes,
  ...permissionRoutes,
  ...peopleRoutes,
  ...priorityRoutes,
  ...projectRoutes,
  ...screenRoutes,
  ...statusRoutes,
  ...searchRoutes,
  ...infoRoutes,
  ...serviceDeskRoutes,
  ...organizationRoutes,
  ...organizationPropertyRoutes,
  ...requestRoutes,
  ...requestCommentRoutes,
  ...requestPeopleRoutes,
  ...requestTransitionRoutes,
];
