/** Thousands of mutated documents: what is accepted is valid by another reading, what is refused says why and where. */
import { isDeepStrictEqual } from 'node:util';
import { jiraNames } from '../../src/core/policy/presets/jira-names';
import { stagePlus } from '../../src/core/policy/presets/stage-plus';
import type { ParsedDocument } from '../../src/services/policy-schema';
import { readPolicyText } from '../../src/services/read-policy-text';
import { buildPolicy } from '../builders/policy';
import { below, randomFrom, type Random } from '../core/time/random-calendars';
import { wrongWith } from './policy-reading';

const DOCUMENTS = process.env['CADRAN_FULL'] === '1' ? 10_000 : 500;
const SEED = 20_251_209;
const NOW = Date.UTC(2025, 11, 9);

type Json = Record<string, unknown>;
const SOURCES = [stagePlus(), jiraNames(), buildPolicy()].map((document) => JSON.stringify(document));

/** Every object and list of a value, with the names under which they hold something. */
function holders(value: unknown, found: { holder: Json; name: string }[] = []): { holder: Json; name: string }[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const name of Object.keys(value)) {
    found.push({ holder: value as Json, name });
    holders((value as Json)[name], found);
  }
  return found;
}

const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)]!;

const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  'x',
  '__proto__',
  'constructor',
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  { en: 'x', fr: 'y' },
  'x'.repeat(5_000),
  '2026-02-30',
  '99:99',
];
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'extra', 'key', 'P1', 'BASE', '0'];
const WORDS = ['NaN', 'Infinity', '-Infinity', 'undefined', '1e999', '-1e999', '0x10', "'x'", '01', '1.', '"\\x"'];

type Mutation = (document: Json, random: Random) => void;
const MUTATIONS: readonly Mutation[] = [
  (document, random) => {
    const { holder, name } = pick(random, holders(document));
    holder[name] = pick(random, VALUES);
  },
  (document, random) => {
    const { holder, name } = pick(random, holders(document));
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
  },
  (document, random) => {
    const { holder } = pick(random, holders(document));
    const name = pick(random, NAMES);
    // A member of its own, as JSON.parse makes it, and not the prototype.
    Object.defineProperty(holder, name, {
      value: pick(random, VALUES),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  },
  (document, random) => {
    const { holder, name } = pick(random, holders(document));
    const other = pick(random, holders(document));
    holder[name] = structuredClone(other.holder[other.name]);
  },
  (document, random) => {
    const lists = holders(document).filter(({ holder }) => Array.isArray(holder));
    const { holder, name } = pick(random, lists);
    (holder as unknown as unknown[]).push(structuredClone(holder[name]));
  },
  (document, random) => {
    const texts = holders(document).filter(({ holder, name }) => typeof holder[name] === 'string');
    const { holder, name } = pick(random, texts);
    const text = String(holder[name]);
    holder[name] = text.slice(0, below(random, text.length + 1)) + pick(random, ['', '\u0000', '\uD800', 'é', '.']);
  },
];

/** Mutations of the text itself: what JSON cannot say, and what it says twice. */
const TEXT_MUTATIONS: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.replace(/:(-?\d+(?:\.\d+)?|"[^"]*"|true|false|null)/, `:${pick(random, WORDS)}`),
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => {
    const at = below(random, text.length);
    return text.slice(0, at) + pick(random, ['{', '}', '[', ']', ',', ':', '"', '\\', '\uFEFF']) + text.slice(at);
  },
  (text, random) => text.replace('{', `{"${pick(random, NAMES)}":${String(below(random, 9))},"key":"x",`),
  (text) => text.replace('{', `{"${'x'.repeat(250 * 1024)}":1,`),
  (text) => text.replaceAll(/"en":"[^"]*"/g, `"en":"${'x'.repeat(3_990)}"`),
  (text) => `${'['.repeat(5_000)}${text}${']'.repeat(5_000)}`,
];

function mutated(random: Random): string {
  const document = JSON.parse(pick(random, SOURCES)) as Json;
  const times = 1 + below(random, 3);
  for (let time = 0; time < times; time += 1) pick(random, MUTATIONS)(document, random);
  const text = JSON.stringify(document);
  return below(random, 4) === 0 ? pick(random, TEXT_MUTATIONS)(text, random) : text;
}

/** What is wrong with the answer to a text; null where it is as it should be. */
function faultOf(text: string, read: ParsedDocument): string | null {
  if (Object.keys(Object.prototype).length > 0) return 'every object of the language got a member';
  if (!read.ok) {
    const isNamed = read.problems.every(
      ({ code, path }) => /^document\.[a-z-]+$/.test(code) && typeof path === 'string',
    );
    return isNamed && read.problems.length > 0 ? null : `refused without saying why: ${JSON.stringify(read.problems)}`;
  }
  const document = JSON.parse(JSON.stringify(read.document)) as Json;
  // Nothing of the file is lost on the way: what stands in it stands in the document.
  const isWhole = isDeepStrictEqual(document, withDefaults(JSON.parse(text) as Json));
  return isWhole ? wrongWith(document) : 'something was lost';
}

it(
  `${String(DOCUMENTS)} mutated documents`,
  () => {
    const random = randomFrom(SEED);
    const counts = { accepted: 0, refused: 0 };
    for (let document = 0; document < DOCUMENTS; document += 1) {
      const text = mutated(random);
      const read = readPolicyText(text, NOW);
      counts[read.ok ? 'accepted' : 'refused'] += 1;
      const fault = faultOf(text, read);
      if (fault !== null) throw new Error(`${fault}: ${text.slice(0, 2_000)}`);
    }
    // The mutations reach both sides, else the test would show nothing.
    expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(DOCUMENTS / 20);
  },
  20 * 60_000,
);

/** A calendar may leave out empty lists, a document what came with a later release; read, they have them. */
function withDefaults(document: Json): Json {
  const calendars = document['calendars'] as Record<string, { calendar: Json }>;
  for (const named of Object.values(calendars)) {
    if ('always' in named.calendar) continue;
    named.calendar['holidays'] ??= [];
    named.calendar['exceptions'] ??= [];
  }
  document['portal'] ??= { showOtherPlans: false, preparedReplies: false };
  return document;
}

it('would notice a document that should not have been accepted', () => {
  const valid = (): Json => JSON.parse(SOURCES[0] ?? '') as Json;
  expect(wrongWith(valid())).toBeNull();
  for (const change of [{ extra: 1 }, { defaultPlan: 'GOLD' }, { thresholds: [{ kind: 'percent', percent: 101 }] }]) {
    expect(wrongWith({ ...valid(), ...change })).not.toBeNull();
  }
});
