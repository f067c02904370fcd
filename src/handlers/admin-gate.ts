import { mayAdminister, type Caller } from '../services/authorize';
import type { Ports } from '../services/ports';
import { isModule } from './context';

/** Someone with Administer Jira, on the admin page; that the page is hidden from others is no protection. */
export async function adminGate(ports: Ports, caller: Caller, context: unknown): Promise<true | null> {
  if (!isModule(context, 'jira:adminPage')) return null;
  return (await mayAdminister(ports, caller)) ? true : null;
}
