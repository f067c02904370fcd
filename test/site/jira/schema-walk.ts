/** Compares an answer with the schema of a contract: types, required keys, enums, and keys that the schema lacks. */
import { readFileSync } from 'node:fs';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
}

interface Operation {
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  security?: Record<string, string[]>[];
  'x-atlassian-oauth2-scopes'?: { state: string; scopes: string[] }[];
}

export interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export const readContract = (file: string): Contract => JSON.parse(readFileSync(file, 'utf8')) as Contract;

/** The schema of an operation's answer, null for an answer without body; throws where the contract lacks the status. */
export function answerSchema(contract: Contract, method: string, template: string, status: number): Schema | null {
  const response = contract.paths[template]?.[method.toLowerCase()]?.responses[String(status)];
  if (response === undefined) throw new Error(`the contract has no ${status} for ${method} ${template}`);
  return Object.values(response.content ?? {})[0]?.schema ?? null;
}

/** Where a request departs from its operation: a query parameter it does not know or of another kind, a body of another shape. */
export function requestDepartures(
  contract: Contract,
  method: string,
  template: string,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const { parameters = [], requestBody } = contract.paths[template]?.[method.toLowerCase()] ?? {};
  const inQuery = [...query].flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
    if (parameter === undefined) return [`?${name}: not in the contract`];
    const { type } = parameter.schema;
    const given = type === 'boolean' || type === 'integer' ? (JSON.parse(value) as unknown) : value;
    return type === 'array' ? [] : departures(contract, parameter.schema, given, `?${name}`);
  });
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  if (body === undefined) return requestBody?.required === true ? [...inQuery, 'no body'] : inQuery;
  return [...inQuery, ...(schema === undefined ? ['a body'] : departures(contract, schema, body))];
}

/** Where the value departs from the schema, as `path: what`; array positions are left out of the path. */
export function departures(contract: Contract, schema: Schema, value: unknown, path = ''): string[] {
  if (schema.$ref !== undefined) {
    const target = contract.components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
    if (target === undefined) throw new Error(`the contract has no ${schema.$ref}`);
    return departures(contract, target, value, path);
  }
  if (schema.allOf !== undefined) return schema.allOf.flatMap((part) => departures(contract, part, value, path));
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${path}: not one of ${schema.enum.join(', ')}`];
  if (Array.isArray(value)) {
    if (schema.type !== undefined && schema.type !== 'array') return [`${path}: array, not ${schema.type}`];
    return value.flatMap((item: unknown) => departures(contract, schema.items ?? {}, item, `${path}[]`));
  }
  if (typeof value === 'object' && value !== null)
    return inObject(contract, schema, value as Record<string, unknown>, path);
  const kind = value === null ? 'null' : typeof value;
  const isRight =
    schema.type === undefined || schema.type === kind || (schema.type === 'integer' && Number.isInteger(value));
  return isRight ? [] : [`${path}: ${kind}, not ${String(schema.type)}`];
}

function inObject(contract: Contract, schema: Schema, value: Record<string, unknown>, path: string): string[] {
  if (schema.type !== undefined && schema.type !== 'object') return [`${path}: object, not ${schema.type}`];
  const { properties = {}, required = [], additionalProperties } = schema;
  const isOpen =
    Object.keys(properties).length === 0 || (additionalProperties !== undefined && additionalProperties !== false);
  return [
    ...required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key}: missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (property !== undefined) return departures(contract, property, inner, `${path}.${key}`);
      return isOpen ? [] : [`${path}.${key}: not in the schema`];
    }),
  ];
}

/** The scopes that an operation needs: the classic ones and the granular ones that may stand for them. */
export function scopesOf(
  contract: Contract,
  method: string,
  template: string,
): { classic: string[]; granular: string[] } | null {
  const operation = contract.paths[template]?.[method.toLowerCase()];
  if (operation === undefined) return null;
  const stated = operation['x-atlassian-oauth2-scopes'] ?? [];
  const of = (state: string): string[] | undefined => stated.find((entry) => entry.state === state)?.scopes;
  const secured = operation.security?.find((entry) => entry['OAuth2'] !== undefined)?.['OAuth2'];
  return { classic: of('Current') ?? secured ?? [], granular: of('Beta') ?? [] };
}
