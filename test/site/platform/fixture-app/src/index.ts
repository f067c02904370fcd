import Resolver from '@forge/resolver';
import { drive } from './drive';

/*
 * A Forge app with nothing of its own: its one resolver function runs the script of SDK calls that a test sends, and
 * its background functions do what the value `script:<function>` of the store tells them.
 */

const resolver = new Resolver();
resolver.define('drive', ({ payload, context }) => drive(payload as Parameters<typeof drive>[0], context));

export const panel = resolver.getDefinitions();

export { lozenge, onIssue, reconcile, sweep, track } from './background';
