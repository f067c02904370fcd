import ICAL from 'ical.js';

// jCal is the JSON form of iCalendar (RFC 7265) in which ical.js hands over what it has read. It is read as unknown here:
// the library's own classes mend what they cannot mean (30 February becomes 2 March), and an import must name it instead.

/** One property: its parameters, its type (`date`, `date-time`, `text`, `recur` …) and its values. */
export type JcalProperty = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly values: readonly unknown[];
};

/** A part of a file between its BEGIN and END, with the properties of its own level. */
export type JcalComponent = {
  readonly name: string;
  readonly properties: readonly JcalProperty[];
  readonly text: string;
};

/** The component that a text holds, or undefined where ical.js cannot read it. */
export function readComponent(text: string): JcalComponent | undefined {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch {
    return undefined;
  }
  if (!isUnknowns(parsed)) return undefined;
  const [name, properties] = parsed;
  if (typeof name !== 'string' || !isUnknowns(properties)) return undefined;
  return { name, properties: properties.flatMap(readProperty), text };
}

/** The first property of that name. */
export function propertyOf(component: JcalComponent, name: string): JcalProperty | undefined {
  return component.properties.find((property) => property.name === name);
}

/** The first value of that property if it is text. */
export function textOf(component: JcalComponent, name: string): string | undefined {
  const value = propertyOf(component, name)?.values[0];
  return typeof value === 'string' ? value : undefined;
}

function readProperty(property: unknown): readonly JcalProperty[] {
  if (!isUnknowns(property)) return [];
  const [name, parameters, type, ...values] = property;
  if (typeof name !== 'string' || typeof type !== 'string' || typeof parameters !== 'object' || parameters === null) {
    return [];
  }
  return [{ name, parameters: { ...parameters }, type, values }];
}

function isUnknowns(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
