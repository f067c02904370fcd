/** A parsed query. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

export type Operand =
  { kind: 'literal'; text: string } | { kind: 'call'; name: string; args: string[] } | { kind: 'empty' };

export type Clause =
  | { kind: 'and' | 'or'; parts: Clause[] }
  | { kind: 'not'; part: Clause }
  | { kind: 'compare'; field: string; operator: Comparison; operands: Operand[] };

export interface Sorting {
  field: string;
  descending: boolean;
}

export interface Query {
  /** Null for a query without any restriction. */
  where: Clause | null;
  order: Sorting[];
}
