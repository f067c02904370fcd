import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { BurstNote, PipelineNotes } from '../../services/ports';
import { storing } from './store-error';

const BURST_KEY = 'pipeline:burst';
const HOLD_KEY = 'pipeline:hold';

const burstShape = v.object({ pushedTo: v.number(), drainedAt: v.number() });
const holdShape = v.object({ until: v.number() });

/** Notes in key-value storage, one key each. A note of another shape than expected counts as none. */
export const notesStore: PipelineNotes = { burst, saveBurst, heldUntil, hold };

async function burst(): Promise<BurstNote | null> {
  return read(BURST_KEY, burstShape);
}

async function saveBurst(note: BurstNote): Promise<void> {
  await storing('save-note', () => kvs.set(BURST_KEY, note));
}

async function heldUntil(): Promise<number | null> {
  return (await read(HOLD_KEY, holdShape))?.until ?? null;
}

async function hold(until: number): Promise<void> {
  await storing('save-note', () => kvs.set(HOLD_KEY, { until }));
}

async function read<T extends v.GenericSchema>(key: string, shape: T): Promise<v.InferOutput<T> | null> {
  const parsed = v.safeParse(shape, await storing('read-note', () => kvs.get(key)));
  return parsed.success ? parsed.output : null;
}
