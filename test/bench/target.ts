/** A target of the project: what is compared, and whether it is met. */
export interface Target {
  readonly what: string;
  readonly found: string;
  readonly isMet: boolean;
}
