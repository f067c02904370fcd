import type { AdminPageApi } from '../../src/contract/admin-page';
import { createCall } from '../shared/bridge';

/** The admin page's calls to its resolver. */
export const call = createCall<AdminPageApi>();
